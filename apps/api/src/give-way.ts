import { constants, getPriority, setPriority } from 'node:os'

/**
 * Lets whoever serves readers go first on a busy machine. For a thread, and those it starts afterwards: on Linux a priority is a
 * thread's own. Elsewhere it would be that of the whole process, which may be the one that serves.
 */
export const giveWay = (): void => {
  const { PRIORITY_BELOW_NORMAL: lower } = constants.priority
  if (process.platform === 'linux' && getPriority() < lower) setPriority(lower)
}
