import type { Command } from 'commander'
import { createAddresses } from '../addresses.ts'
import type { Installation } from '../open-installation.ts'
import { say, sayJson, withInstallation } from './with-installation.ts'

type Common = { json?: boolean }

const report = ({ config }: Installation, { json }: Common, id: string, status: string, words: string): void => {
  const url = createAddresses(config).article(id)
  if (json) sayJson({ id, status, url })
  else say(`${words}  ${url}`)
}

/** `gazette publish`, `withdraw` and `remove`. */
export const addArticleCommands = (program: Command): void => {
  program
    .command('publish')
    .description('发布文章（或其最新修订） · Publish an article, or its newest revision')
    .argument('<id>')
    .option('--json', '输出 JSON · JSON output')
    .action((id: string, options: Common) =>
      withInstallation(async (installation) => {
        await installation.publishing.publish(id)
        report(installation, options, id, 'published', '已发布 published')
      }),
    )

  program
    .command('withdraw')
    .description('撤回文章：仍可阅读，附说明 · Withdraw an article: it stays readable with a notice')
    .argument('<id>')
    .requiredOption('--reason <text>', '告知读者的原因 · the reason, told to readers')
    .option('--json', '输出 JSON · JSON output')
    .action((id: string, options: Common & { reason: string }) =>
      withInstallation(async (installation) => {
        await installation.publishing.withdraw(id, options.reason)
        report(installation, options, id, 'withdrawn', '已撤回 withdrawn')
      }),
    )

  program
    .command('remove')
    .description('移除文章：地址返回 410 · Remove an article: its address answers 410')
    .argument('<id>')
    .requiredOption('--reason <text>', '告知读者的原因 · the reason, told to readers')
    .option('--redirect <url>', '改为跳转到此地址 · send readers here instead')
    .option('--json', '输出 JSON · JSON output')
    .action((id: string, options: Common & { reason: string; redirect?: string }) =>
      withInstallation(async (installation) => {
        const from = createAddresses(installation.config).article(id)
        await installation.publishing.remove(
          id,
          options.reason,
          options.redirect === undefined ? undefined : { from, to: options.redirect },
        )
        report(installation, options, id, 'removed', '已移除 removed')
      }),
    )
}
