/** The API as `server.ts` runs it, telling the process that started it how long its event loop was held up. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { buildApp } from '../../src/app.ts'
import { openInstallation } from '../../src/open-installation.ts'

/** What the parent is told, in milliseconds since it asked last. `cpu` is of the serving thread alone. */
export type LoopReport = { p99: number; longest: number; cpu: number }

const { config, store, clock, secret } = await openInstallation()
const app = await buildApp({ config, store, clock, secret, logger: { level: 'error' } })
await app.listen({ host: '127.0.0.1', port: config.apiPort })
const resolutionMs = 1
const delay = monitorEventLoopDelay({ resolution: resolutionMs })
delay.enable()
let cpu = process.threadCpuUsage()

process.on('message', () => {
  const { user, system } = process.threadCpuUsage(cpu)
  // The histogram counts the whole time from one look to the next; what is asked for is how late the look was.
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - resolutionMs)
  process.send?.({ p99: late(delay.percentile(99)), longest: late(delay.max), cpu: (user + system) / 1000 } satisfies LoopReport)
  delay.reset()
  cpu = process.threadCpuUsage()
})
process.on('disconnect', async () => {
  await app.close()
  await store.close()
  process.exit(0)
})
process.send?.('ready')
