import { spawn } from 'node:child_process'
import { workspaceEnvironment, workspaceRoot } from './workspace.mjs'

/** One check: a name for people and the command that fails when something is wrong. */
export type Step = { name: string; command: readonly [file: string, ...args: string[]] }

/** A finished step: `output` is what the command printed, both streams in the order they arrived. */
export type StepResult = { name: string; passed: boolean; seconds: number; output: string }

/** Runs a step with its output kept back, so that steps which run side by side do not mix their lines. */
export const runStep = ({ name, command: [file, ...args] }: Step): Promise<StepResult> =>
  new Promise((settle, reject) => {
    const startedAt = performance.now()
    const child = spawn(file, args, { cwd: workspaceRoot, env: workspaceEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      const seconds = (performance.now() - startedAt) / 1000
      settle({ name, passed: code === 0, seconds, output: Buffer.concat(chunks).toString() })
    })
  })

/** Runs the steps side by side and prints each as it ends: a line when it passed, everything it said when it failed. */
export const runSteps = (steps: readonly Step[]): Promise<StepResult[]> =>
  Promise.all(
    steps.map(async (step) => {
      const result = await runStep(step)
      process.stdout.write(
        `${result.passed ? '' : result.output}${result.passed ? '✓' : '✗'} ${result.name} (${result.seconds.toFixed(1)} s)\n`,
      )
      return result
    }),
  )
