import { workspaceRoot } from '../scripts/workspace.mjs'
import { findBrokenReferences } from './document-references.ts'
import { findUndocumentedVariables } from './documented-variables.ts'
import { findBoundaryViolations } from './import-boundaries.ts'
import { findMissingTests } from './named-tests.ts'
import { openRepository } from './repository.ts'
import { findSourceViolations } from './source-rules.ts'

const repository = openRepository(workspaceRoot)
const violations = [
  findBoundaryViolations,
  findSourceViolations,
  findBrokenReferences,
  findMissingTests,
  findUndocumentedVariables,
].flatMap((find) => find(repository))
for (const { file, line, message } of violations) process.stdout.write(`${file}:${line} ${message}\n`)
process.exitCode = violations.length === 0 ? 0 : 1
