import type { Command } from 'commander'
import { say, sayJson, withInstallation } from './with-installation.ts'

/** `gazette migrate`: opening the database is what migrates it. */
export const addMigrateCommand = (program: Command): void => {
  program
    .command('migrate')
    .description('升级数据库结构 · Bring the database schema up to date')
    .option('--json', '输出 JSON · JSON output')
    .action((options: { json?: boolean }) =>
      withInstallation(async ({ store }) => {
        if (options.json) sayJson({ dialect: store.dialect, upToDate: true })
        else say(`数据库结构已是最新 The schema is up to date (${store.dialect})`)
      }),
    )
}
