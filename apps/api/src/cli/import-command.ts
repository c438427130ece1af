import { writeFile } from 'node:fs/promises'
import { ChannelPath } from '@gazette/schema/scalars'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { createAddresses } from '../addresses.ts'
import { giveWay } from '../give-way.ts'
import type { ImportFormat } from '../importing/import-page.ts'
import { findFiles } from '../importing/storing/find-files.ts'
import { type ImportedItem, type ImportOptions, importFile } from '../importing/storing/import-file.ts'
import type { Installation } from '../open-installation.ts'
import { exitCodes } from './exit-codes.ts'
import { say, sayJson, withInstallation } from './with-installation.ts'

type Flags = {
  format: ImportFormat
  channel?: string
  status: 'published' | 'draft'
  dryRun?: boolean
  report?: string
  json?: boolean
}

const parseChannelPath = (value: string): string => {
  const path = ChannelPath.safeParse(value.replaceAll(/^\/+|\/+$/g, ''))
  if (path.success) return path.data
  throw new InvalidArgumentError('小写字母、数字、连字符，用 / 分隔 · lower-case letters, digits and hyphens, joined by /')
}

const words = { created: '新建 created', updated: '更新 updated', unchanged: '未变 unchanged', failed: '失败 failed' } as const

const toReport = ({ config }: Installation, items: readonly ImportedItem[], dryRun: boolean) => {
  const addresses = createAddresses(config)
  const counts = { created: 0, updated: 0, unchanged: 0, failed: 0 }
  for (const { outcome } of items) counts[outcome] += 1
  return {
    dryRun,
    counts,
    items: items.map((item) => ({ ...item, url: item.articleId === null ? null : addresses.article(item.articleId) })),
  }
}
type Report = ReturnType<typeof toReport>

const sayItem = ({ outcome, file, title, error, url, report }: Report['items'][number]): void => {
  say(`${words[outcome]}  ${file}  ${error ? `${error.message} · ${error.messageEnglish}` : `${title ?? ''}  ${url ?? ''}`}`)
  for (const entry of report)
    say(`    ${entry.kind}  ${entry.message} · ${entry.messageEnglish}${entry.excerpt ? `：${entry.excerpt}` : ''}`)
}

const importAll = async (installation: Installation, paths: readonly string[], flags: Flags): Promise<Report> => {
  const { config, store, clock } = installation
  const options: ImportOptions = {
    store,
    clock,
    mediaDirectory: config.mediaDirectory,
    timeZone: config.timeZone,
    format: flags.format,
    channelPath: flags.channel ?? null,
    publish: flags.status === 'published',
    dryRun: flags.dryRun ?? false,
  }
  const files = await findFiles(paths)
  const items: ImportedItem[] = []
  for (const [index, file] of files.entries()) {
    if (process.stderr.isTTY) process.stderr.write(`\r${index + 1}/${files.length}`)
    items.push(await importFile(options, file))
  }
  if (process.stderr.isTTY) process.stderr.write('\r')
  return toReport(installation, items, options.dryRun)
}

const run = async (paths: string[], flags: Flags): Promise<void> =>
  withInstallation(async (installation) => {
    giveWay()
    const report = await importAll(installation, paths, flags)
    if (flags.report !== undefined) await writeFile(flags.report, `${JSON.stringify(report, null, 2)}\n`)
    if (flags.json) sayJson(report)
    else {
      for (const item of report.items) sayItem(item)
      const { created, updated, unchanged, failed } = report.counts
      say(
        `${flags.dryRun ? '试运行，未写入 dry run, nothing written  ' : ''}新建 ${created}  更新 ${updated}  未变 ${unchanged}  失败 ${failed}`,
      )
    }
    if (report.counts.failed > 0 || report.items.length === 0) process.exitCode = exitCodes.failed
  })

/** `gazette import`. */
export const addImportCommand = (program: Command): void => {
  program
    .command('import')
    .description('导入网页或复制的文字 · Import pages, or text copied from them')
    .argument('<path...>', '文件或文件夹 · files or folders')
    .addOption(new Option('--format <format>', '格式 · format').choices(['auto', 'page', 'text']).default('auto'))
    .option('--channel <path>', '栏目路径；不指定则用网页自己的位置导航 · channel path instead of the page’s own trail', parseChannelPath)
    .addOption(
      new Option('--status <status>', '导入后的状态 · what imported articles become').choices(['published', 'draft']).default('published'),
    )
    .option('--dry-run', '只试，不写入 · try everything, write nothing')
    .option('--report <file>', '把完整报告写入文件（JSON） · write the whole report to a file')
    .option('--json', '输出 JSON · JSON output')
    .action(run)
}
