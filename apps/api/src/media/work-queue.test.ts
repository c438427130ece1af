import { describe, expect, it, vi } from 'vitest'
import { createWorkQueue, QueueFull } from './work-queue.ts'

describe('createWorkQueue', () => {
  it('runs no more at once than it may, in the order they came', async () => {
    const queue = createWorkQueue({ running: 2, waiting: 10 })
    const started: number[] = []
    const gates = [0, 1, 2, 3].map(() => Promise.withResolvers<void>())
    const done = gates.map((gate, index) =>
      queue.run(async () => {
        started.push(index)
        await gate.promise
      }),
    )
    await Promise.resolve()
    expect(started).toEqual([0, 1])
    gates[1]?.resolve()
    await vi.waitFor(() => expect(started).toEqual([0, 1, 2]))
    for (const gate of gates) gate.resolve()
    await Promise.all(done)
    expect(started).toEqual([0, 1, 2, 3])
  })

  it('goes on after a failure', async () => {
    const queue = createWorkQueue({ running: 1, waiting: 10 })
    await expect(queue.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await queue.run(async () => 'fine')).toBe('fine')
  })

  it('refuses what would wait too long', async () => {
    const queue = createWorkQueue({ running: 1, waiting: 1 })
    const gate = Promise.withResolvers<void>()
    const work = () => gate.promise
    const accepted = [queue.run(work), queue.run(work)]
    await expect(queue.run(work)).rejects.toThrow(QueueFull)
    gate.resolve()
    await Promise.all(accepted)
  })
})
