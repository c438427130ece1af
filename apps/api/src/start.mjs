/** The way every server is started: what Node must know before it loads one, and in a language that it need not translate first. */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

// Types are stripped and modules compiled once for each state of the sources: the next start takes half the time, and the
// compiler (25 MB) stays out of memory. In a folder of our own: whoever writes there decides what this process runs.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)))
// New objects stay in the 2 MB they begin with, where V8 would take 130 as soon as it may: they fit the caches of a processor, and
// one answer in a hundred waits 2 ms instead of 10 (bench/results/performance.md, p99). Most of them live for one answer only.
setFlagsFromString('--semi-space-growth-factor=1')
await import('./server.ts')
