/** The way every server is started: what Node must know before it loads one, and in a language that it need not translate first. */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

// Types are stripped and modules compiled once for each state of the sources: the next start takes half the time, and the
// compiler (25 MB) stays out of memory. In a folder of our own: whoever writes there decides what this process runs.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)))
// What loading leaves behind must not make V8 take 130 MB for new objects: they stay in the 2 MB they begin with until there is work.
setFlagsFromString('--semi-space-growth-factor=1')
await import('./server.ts')
setFlagsFromString('--semi-space-growth-factor=2')
