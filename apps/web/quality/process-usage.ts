import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100

const fieldsOf = (pid: number | string): string[] => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []

const children = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return Number(fieldsOf(name)[1]) === pid
      } catch {
        return false
      }
    })
    .map(Number)

/** Processor time a server has taken since it began, in milliseconds, with that of the processes it has started. Linux. */
export const cpuMilliseconds = (pid: number): number => {
  const [user = 0, system = 0] = fieldsOf(pid).slice(11, 13).map(Number)
  return ((user + system) * 1000) / ticksPerSecond + children(pid).reduce((sum, child) => sum + cpuMilliseconds(child), 0)
}

/** Memory a process holds, in bytes (VmRSS), and the most it ever held (VmHWM). Linux. */
export const memoryBytes = (pid: number): { now: number; most: number } => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const read = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024
  return { now: read('VmRSS'), most: read('VmHWM') }
}
