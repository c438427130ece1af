import { type DestinationStream, destination } from 'pino'

/** Until so much of the log has come together it waits, a second at most: a write for each line costs as much as some answers. */
const batchBytes = 4096
const waitMilliseconds = 1000

/** The log on standard output. What waits is written when the process ends, also by an error that nobody handles. */
export const openLog = (): DestinationStream =>
  destination({ dest: 1, sync: false, minLength: batchBytes, periodicFlush: waitMilliseconds })
