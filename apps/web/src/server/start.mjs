/** The way the site is started: what Node must know before it loads it, and in a language that it need not translate first. */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

// As the API is (apps/api/src/start.mjs): the next start is faster, and the compiler stays out of memory.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)))
// Room for new objects that V8 would take as soon as it may: 60 MB at rest, for 0.8 ms of a page that has to be made.
setFlagsFromString('--semi-space-growth-factor=1')

await import('./server.ts')
