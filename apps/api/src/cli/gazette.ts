import { Command, CommanderError } from 'commander'
import { ConfigError } from '../config.ts'
import { MigrationRefused } from '../database/read-migrations.ts'
import { DomainError } from '../errors.ts'
import { addArticleCommands } from './article-commands.ts'
import { addCharactersCommand } from './characters-command.ts'
import { exitCodes } from './exit-codes.ts'
import { addGenerateCommand } from './generate-command.ts'
import { addImportCommand } from './import-command.ts'
import { addInspectCommand } from './inspect-command.ts'
import { addMigrateCommand } from './migrate-command.ts'
import { addPinCommands } from './pin-commands.ts'
import { addReportsCommand } from './reports-command.ts'
import { addSearchCommands } from './search-commands.ts'
import { addTokenCommand } from './token-command.ts'

const program = new Command('gazette')
  .description('公共机构新闻发布系统的运维工具 · The operator’s tool')
  .helpCommand(false)
  .showHelpAfterError('（gazette --help 查看用法 · for help）')
  .exitOverride()

addImportCommand(program)
addArticleCommands(program)
addPinCommands(program)
addInspectCommand(program)
addCharactersCommand(program)
addMigrateCommand(program)
addReportsCommand(program)
addGenerateCommand(program)
addSearchCommands(program)
addTokenCommand(program)

const toExitCode = (error: unknown): number => {
  // Commander has said already what is wrong with the call; asking for help is no mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  const known = error instanceof ConfigError || error instanceof MigrationRefused || error instanceof DomainError
  process.stderr.write(known ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`)
  return exitCodes.failed
}

// Whoever reads only the first lines (`| head`) has what they wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = toExitCode(error)
}
