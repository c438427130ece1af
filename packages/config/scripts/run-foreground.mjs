import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const repeatedSignalMilliseconds = 500

/**
 * Runs a command in this terminal and waits for it. The command gets a process group of its own and each signal once:
 * a terminal's Ctrl-C reaches npm, the shell and this process together, and passing on every copy would turn
 * "please stop" into "stop at once".
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, stdout?: 'inherit' | 'stderr' }} options `stdout: 'stderr'` keeps stdout clean
 * @returns {Promise<number>} the exit code; 128 + the signal's number when a signal ended the command, as shells do
 */
export const runForeground = (file, args, { cwd, env, stdout = 'inherit' }) =>
  new Promise((settle, reject) => {
    const child = spawn(file, args, { cwd, env, detached: true, stdio: ['inherit', stdout === 'stderr' ? 2 : 'inherit', 'inherit'] })
    let lastSignalAt = 0
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      if (Date.now() - lastSignalAt < repeatedSignalMilliseconds) return
      lastSignalAt = Date.now()
      child.kill(signal)
    }
    process.on('SIGINT', forward).on('SIGTERM', forward).on('SIGHUP', forward)
    const release = () => process.off('SIGINT', forward).off('SIGTERM', forward).off('SIGHUP', forward)
    child.once('error', (error) => {
      release()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      release()
      settle(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
