import { checkSteps } from './check-steps.ts'
import { runSteps } from './run-steps.ts'

const results = await runSteps(checkSteps)
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1
