import { once } from 'node:events'
import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'

const program = `
  import { getPriority } from 'node:os'
  import { parentPort } from 'node:worker_threads'
  import { giveWay } from '${new URL('give-way.ts', import.meta.url)}'
  giveWay()
  parentPort.postMessage(getPriority())
`

it('lets a thread give way to those that serve, and to nobody else where a priority is that of the whole process', async () => {
  const before = getPriority()
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`))
  onTestFinished(async () => void (await worker.terminate()))
  const [priority] = await once(worker, 'message')
  expect(priority).toBe(process.platform === 'linux' ? Math.max(before, 10) : before)
  expect(getPriority()).toBe(before)
})
