import { CalendarDate } from '@gazette/schema/scalars'
import { type Command, InvalidArgumentError } from 'commander'
import { type GenerateResult, generateCorpus } from '../generating/generate-corpus.ts'
import { giveWay } from '../give-way.ts'
import type { Installation } from '../open-installation.ts'
import { startOfDate, toZonedDate } from '../time-zone.ts'
import { say, sayJson, withInstallation } from './with-installation.ts'

const articlesMaximum = 10_000_000

type Flags = { articles: number; seed: string; until?: string; index: boolean; json?: boolean }

const parseArticles = (value: string): number => {
  const articles = /^\d{1,8}$/.test(value) ? Number(value) : 0
  if (articles >= 1 && articles <= articlesMaximum) return articles
  throw new InvalidArgumentError(`1 至 ${articlesMaximum} 的整数 · a whole number from 1 to ${articlesMaximum}`)
}

const parseDate = (value: string): string => {
  const date = CalendarDate.safeParse(value)
  if (date.success) return date.data
  throw new InvalidArgumentError('日期，如 2026-11-28 · a date such as 2026-11-28')
}

const generate = (
  { config, store, unindexedStore, clock }: Installation,
  { articles, seed, until, index }: Flags,
): Promise<GenerateResult> => {
  giveWay()
  const { timeZone } = config
  const isTerminal = process.stderr.isTTY
  return generateCorpus({
    store: index ? store : unindexedStore,
    articles,
    seed,
    until: startOfDate(until ?? toZonedDate(clock(), timeZone), timeZone),
    timeZone,
    onProgress: (done) => void (isTerminal && process.stderr.write(`\r${done}/${articles}${done === articles ? '\n' : ''}`)),
  })
}

/** `gazette generate`. */
export const addGenerateCommand = (program: Command): void => {
  program
    .command('generate')
    .description(
      '生成测试和性能评测用的文章：相同的数量与种子得到相同的文章 · Make articles for tests and benchmarks, the same for the same numbers',
    )
    .requiredOption('--articles <number>', '篇数 · how many', parseArticles)
    .option('--seed <text>', '种子 · other seeds give other articles', '1')
    .option('--until <date>', '最新一篇的日期，默认今天 · the day of the newest article, today by default', parseDate)
    .option('--no-index', '不建搜索索引，留待 gazette reindex · leave the search index to gazette reindex: several times as fast')
    .option('--json', '输出 JSON · JSON output')
    .action((flags: Flags) =>
      withInstallation(async (installation) => {
        const started = performance.now()
        const { created, existing } = await generate(installation, flags)
        const seconds = Math.round(performance.now() - started) / 1000
        if (flags.json) sayJson({ articles: flags.articles, seed: flags.seed, created, existing, seconds })
        else say(`新建 created ${created}  已有 existing ${existing}  ${seconds} s`)
      }),
    )
}
