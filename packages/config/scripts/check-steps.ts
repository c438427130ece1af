import { join } from 'node:path'
import type { Step } from './run-steps.ts'
import { workspaceNode } from './workspace.mjs'

/** Everything that can be said about the sources without running them. */
export const checkSteps: readonly Step[] = [
  { name: '格式与规则 Format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: '类型 Types', command: ['turbo', 'run', 'typecheck', '--output-logs=errors-only', '--continue'] },
  { name: '仓库规则 Repository rules', command: [workspaceNode, join('packages', 'config', 'checks', 'check-repository.ts')] },
]
