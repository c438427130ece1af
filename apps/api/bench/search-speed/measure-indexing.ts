import type { ArticleContent } from '@gazette/schema/article-content'
import BetterSqlite from 'better-sqlite3'
import { blockTexts } from '../../src/articles/block-text.ts'
import { openSqlite } from '../../src/database/open-sqlite.ts'
import { createAnalyser } from '../../src/search/analyser.ts'
import { createAnalysisThreads } from '../../src/search/analysis.ts'
import { openSearchIndex } from '../../src/search/open-search-index.ts'
import { rebuildIndex } from '../../src/search/rebuild-index.ts'
import { emptyIndex, showProgress } from './corpora.ts'

/** Articles indexed a second: by the clock, and by a second of processor time over all threads. */
export type IndexingFigures = { aSecond: number; aCpuSecond: number }

/** As `gazette reindex` does. */
const articlesAStep = 1000

/** Makes the index of a database from nothing. */
export const measureIndexing = async (path: string, directory: string): Promise<IndexingFigures> => {
  emptyIndex(path)
  const store = await openSqlite(path)
  const index = openSearchIndex(store, directory, '')
  const analysis = createAnalysisThreads(directory)
  const analyser = createAnalyser(directory)
  const show = showProgress('indexing')
  let articles = 0
  const onProgress = ({ done, total }: { done: number; total: number }): void => {
    articles = done
    show(done, total)
  }
  const cpu = process.cpuUsage()
  const started = performance.now()
  await rebuildIndex({ index, analyser, analysis, batch: articlesAStep, fromStart: true, onProgress })
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  await analysis.close()
  await index.close()
  await store.close()
  return { aSecond: articles / seconds, aCpuSecond: articles / ((user + system) / 1e6) }
}

const publicContents =
  "SELECT r.content FROM revisions AS r JOIN articles AS a ON a.id = r.article_id AND a.published_revision = r.number WHERE a.status = 'published'"

/** Bytes of the text that can be searched (UTF-8), and of everything the index keeps. */
export type Sizes = { articles: number; textBytes: number; indexBytes: number }

export const measureSizes = (path: string): Sizes => {
  const db = new BetterSqlite(path, { readonly: true })
  let articles = 0
  let textBytes = 0
  for (const content of db.prepare<[], string>(publicContents).pluck().iterate()) {
    const article = JSON.parse(content) as ArticleContent
    articles += 1
    textBytes += Buffer.byteLength([article.title, article.subtitle ?? '', article.summary, ...blockTexts(article.body)].join(''))
  }
  const indexBytes =
    db.prepare<[], number>("SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%search_%' AND aggregate = TRUE").pluck().get() ?? 0
  db.close()
  return { articles, textBytes, indexBytes }
}
