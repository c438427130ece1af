import { runForeground } from './run-foreground.mjs'
import { workspaceEnvironment, workspaceRoot } from './workspace.mjs'

process.exitCode = await runForeground('turbo', ['run', 'build', ...process.argv.slice(2)], {
  cwd: workspaceRoot,
  env: workspaceEnvironment(),
})
