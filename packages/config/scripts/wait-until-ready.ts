import { setTimeout as sleep } from 'node:timers/promises'
import type { Service } from './service.ts'

type Wait = { url: string; timeoutSeconds: number; signal: AbortSignal }

const pollMilliseconds = 100
const tryMilliseconds = 30_000

/**
 * Waits until `url` answers 200.
 *
 * @throws when the service ends first, or the time is over; with the reason `signal` gives when it aborts
 */
export const waitUntilReady = async (service: Service, { url, timeoutSeconds, signal }: Wait): Promise<void> => {
  const deadline = performance.now() + timeoutSeconds * 1000
  let ended = false
  service.exited.then(() => {
    ended = true
  })
  while (!(await answersOk(url, signal))) {
    signal.throwIfAborted()
    if (ended) throw new Error(`${service.name} 启动失败 did not start`)
    if (performance.now() > deadline) throw new Error(`${service.name} 在 ${timeoutSeconds} 秒内未就绪 was not ready in time: ${url}`)
    await sleep(pollMilliseconds)
  }
}

const answersOk = async (url: string, signal: AbortSignal): Promise<boolean> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(tryMilliseconds)]) })
    await response.arrayBuffer()
    return response.status === 200
  } catch {
    return false
  }
}
