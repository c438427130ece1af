import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const repeatedSignalMilliseconds = 500
const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Runs a command in this terminal and waits for it. The command gets a process group of its own and each signal once:
 * a terminal's Ctrl-C reaches npm, the shell and this process together, and passing on every copy would turn
 * "please stop" into "stop at once".
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {object} options
 * @param {string} options.cwd
 * @param {NodeJS.ProcessEnv} options.env
 * @param {'inherit' | 'stderr'} [options.stdout] `stderr` keeps stdout clean
 * @param {boolean} [options.channel] opens the channel that stop-with-parent.mjs watches; for Node only
 * @returns {Promise<number>} the exit code; 128 + the signal's number when a signal ended the command, as shells do
 */
export const runForeground = (file, args, { cwd, env, stdout = 'inherit', channel = false }) =>
  new Promise((settle, reject) => {
    let lastSignalAt = 0
    /** @type {import('node:child_process').ChildProcess | undefined} */
    let child
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      if (Date.now() - lastSignalAt < repeatedSignalMilliseconds) return
      lastSignalAt = Date.now()
      // To the whole group, as a terminal does: tools such as turbo expect it and wait for those they started.
      if (child?.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal)
    }
    // Before the command starts: a signal that arrives in between must not end this process alone.
    for (const signal of signals) process.on(signal, forward)
    const release = () => {
      for (const signal of signals) process.off(signal, forward)
    }
    child = spawn(file, args, {
      cwd,
      env,
      detached: true,
      stdio: ['inherit', stdout === 'stderr' ? 2 : 'inherit', 'inherit', ...(channel ? [/** @type {const} */ ('ipc')] : [])],
    })
    child.once('error', (error) => {
      release()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      release()
      settle(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
