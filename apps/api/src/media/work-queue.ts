/** More is waiting than can be done in time. */
export class QueueFull extends Error {}

/** Runs pieces of work, few at a time; the rest waits its turn. */
export type WorkQueue = { run<T>(work: () => Promise<T>): Promise<T> }

/** @param running pieces at once @param waiting pieces in the queue; one more is refused with `QueueFull` */
export const createWorkQueue = (limits: { running: number; waiting: number }): WorkQueue => {
  const queue: (() => void)[] = []
  let running = 0
  const enter = async (): Promise<void> => {
    if (running < limits.running) {
      running += 1
      return
    }
    if (queue.length >= limits.waiting) throw new QueueFull('too much is waiting already')
    // The one that leaves hands its place over, so nobody slips in between.
    await new Promise<void>((resolve) => queue.push(resolve))
  }
  const leave = (): void => {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }
  return {
    async run(work) {
      await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
