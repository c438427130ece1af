import { constants, getPriority, setPriority } from 'node:os'

/**
 * Lets whoever serves readers go first on a busy machine. For a thread, and those it starts afterwards: on Linux a priority is a
 * thread's own. Elsewhere it would be that of the whole process, which may be the one that serves.
 * @param priority 1 to 19, as setpriority(2) has it: with each step a fifth less of a processor that others want as well
 */
export const giveWay = (priority: number = constants.priority.PRIORITY_BELOW_NORMAL): void => {
  if (process.platform === 'linux' && getPriority() < priority) setPriority(priority)
}
