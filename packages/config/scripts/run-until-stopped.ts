/**
 * Runs `work` with a signal that aborts on Ctrl-C, SIGTERM or a closed terminal. Ending because it was asked to is
 * success (exit code 0); what `work` throws is printed and is exit code 1.
 */
export const runUntilStopped = async (work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop)
  try {
    await work(stopping.signal)
    process.exitCode = 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}
