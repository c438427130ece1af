import type { Command } from 'commander'
import { giveWay } from '../give-way.ts'
import type { Installation } from '../open-installation.ts'
import { createAnalyser } from '../search/analyser.ts'
import { createAnalysisThreads } from '../search/analysis.ts'
import { openSearchIndex, type SearchIndex } from '../search/open-search-index.ts'
import { rebuildIndex } from '../search/rebuild-index.ts'
import { verifyIndex } from '../search/verify-index.ts'
import { exitCodes } from './exit-codes.ts'
import { say, sayJson, withInstallation } from './with-installation.ts'

/** Many a transaction: nobody waits for the event loop of a command, and the index has fewer segments to merge. */
const articlesAStep = 1000
const namesShown = 20

const withIndex = async <T>({ store, config }: Installation, work: (index: SearchIndex) => Promise<T>): Promise<T> => {
  const index = openSearchIndex(store, config.searchDirectory, config.databaseUrl)
  try {
    return await work(index)
  } finally {
    await index.close()
  }
}

type ReindexFlags = { continue?: boolean; json?: boolean }

const reindex = (flags: ReindexFlags) =>
  withInstallation((installation) =>
    withIndex(installation, async (index) => {
      giveWay()
      const started = performance.now()
      let articles = 0
      const isTerminal = process.stderr.isTTY
      let tenths = 0
      const onProgress = ({ done, total }: { done: number; total: number }): void => {
        articles = done
        const reached = Math.floor((done * 10) / Math.max(total, 1))
        if (isTerminal) process.stderr.write(`\r${done}/${total}`)
        else if (reached > tenths) process.stderr.write(`${done}/${total}\n`)
        tenths = reached
      }
      const analyser = createAnalyser(installation.config.searchDirectory)
      const analysis = createAnalysisThreads(installation.config.searchDirectory)
      await rebuildIndex({ index, analyser, analysis, batch: articlesAStep, fromStart: flags.continue !== true, onProgress })
      await analysis.close()
      if (isTerminal) process.stderr.write('\n')
      const seconds = Math.round(performance.now() - started) / 1000
      if (flags.json) sayJson({ articles, seconds })
      else say(`已重建搜索索引 The search index is made anew: ${articles} 篇 articles, ${seconds} s`)
    }),
  )

const listed = (label: string, ids: readonly string[]): string[] =>
  ids.length === 0 ? [] : [`${label} ${ids.length}: ${ids.slice(0, namesShown).join(' ')}${ids.length > namesShown ? ' …' : ''}`]

const verify = (flags: { json?: boolean }) =>
  withInstallation((installation) =>
    withIndex(installation, async (index) => {
      const report = await verifyIndex(index, createAnalyser(installation.config.searchDirectory))
      const problems = [
        ...listed('缺少 missing', report.missing),
        ...listed('多余 extra', report.extra),
        ...listed('过时 stale', report.stale),
        ...(report.isOutdated ? ['索引由旧的分词规则生成，请运行 gazette reindex · made by other rules: run gazette reindex'] : []),
        ...(report.damage === null
          ? []
          : [`索引已损坏，请运行 gazette reindex 重建 · damaged, run gazette reindex to make it anew: ${report.damage}`]),
      ]
      if (problems.length > 0) process.exitCode = exitCodes.failed
      if (flags.json) sayJson(report)
      else
        say([`搜索索引 search index: ${report.articles} 篇 articles${problems.length === 0 ? '，一致 sound' : ''}`, ...problems].join('\n'))
    }),
  )

/** `gazette reindex` and `gazette verify`. */
export const addSearchCommands = (program: Command): void => {
  program
    .command('reindex')
    .description('重建搜索索引，网站照常运行 · Make the search index anew while the site runs')
    .option('--continue', '继续上次中断的重建 · continue an interrupted one')
    .option('--json', '输出 JSON · JSON output')
    .action(reindex)
  program
    .command('verify')
    .description('核对搜索索引与文章是否一致 · Compare the search index with the articles')
    .option('--json', '输出 JSON · JSON output')
    .action(verify)
}
