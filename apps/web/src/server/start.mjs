/** The way the site is started: what Node must know before it loads it, and in a language that it need not translate first. */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

// As the API is (apps/api/src/start.mjs): the next start is faster, and the compiler stays out of memory.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)))
// What V8 compiled for the objects of a request stays good when nobody has asked for a moment (apps/api/docs/decisions, 0018).
const { keepTick } = await import('@gazette/byte-cache/keep-shapes')
keepTick()
// Loading gets no more room for new objects than there is at first (60 MB less at rest); pages that have to be made do (0.8 ms each).
setFlagsFromString('--semi-space-growth-factor=1')
await import('./server.ts')
setFlagsFromString('--semi-space-growth-factor=2')
