/** The way every server is started: what Node must know before it loads one, and in a language that it need not translate first. */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

// Types are stripped and modules compiled once for each state of the sources: the next start takes half the time, and the
// compiler (25 MB) stays out of memory. In a folder of our own: whoever writes there decides what this process runs.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)))
// What V8 compiled for the objects of a request stays good when nobody has asked for a moment (decision 0018).
const { keepTick } = await import('@gazette/byte-cache/keep-shapes')
keepTick()
// Loading has no more room for new objects than there is at first (15 MB less at rest); requests get what `apiFlags` allows, in two
// steps: so little of what an exchange makes survives that V8 takes a second of load for each, behind every rest anew.
setFlagsFromString('--semi-space-growth-factor=1')
await import('./server.ts')
setFlagsFromString('--semi-space-growth-factor=4')
