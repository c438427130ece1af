/**
 * The speed and size of search: `node measure-speed.ts DIRECTORY [ARTICLES…] [--keep-index ARTICLES]…`. Corpora are made in the
 * folder and found there the next time; of a corpus named with --keep-index the index that is there is only asked, since that of a
 * million takes half an hour. Writes results.md.
 */
import { writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { prepareCorpus } from './corpora.ts'
import { type IndexingFigures, measureIndexing, measureSizes } from './measure-indexing.ts'
import { measureSearching, type SearchingFigures } from './measure-searching.ts'
import { measureServing } from './measure-serving.ts'
import { querySet } from './query-set.ts'
import { type Row, toReport } from './speed-report.ts'

/** LIKE takes minutes for the set in a larger one. */
const likeMaximum = 100_000
const servedArticles = 10_000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'keep-index': { type: 'string', multiple: true, default: [] } },
})
const [directory, ...wanted] = positionals
if (directory === undefined) throw new Error('usage: node measure-speed.ts DIRECTORY [ARTICLES…] [--keep-index ARTICLES]…')
const keptIndexes = new Set(values['keep-index'].map(Number))
const sizes = wanted.length > 0 ? wanted.map(Number) : [10_000, 100_000, 1_000_000]

const measure = async (articles: number): Promise<Row> => {
  const path = await prepareCorpus(directory, articles)
  const indexing: IndexingFigures | null = keptIndexes.has(articles) ? null : await measureIndexing(path, directory)
  const searching: SearchingFigures = await measureSearching(path, directory, articles <= likeMaximum)
  return { ...measureSizes(path), corpus: articles, indexing, searching }
}

const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`
const rows: Row[] = []
const report = async (serving: string): Promise<void> => {
  const text = toReport({ rows, serving, machine, queries: querySet.length })
  await writeFile(new URL('results.md', import.meta.url), text)
}
for (const articles of sizes) {
  rows.push(await measure(articles))
  await report('')
  process.stdout.write(`${articles}: ${JSON.stringify(rows.at(-1))}\n`)
}
await report(await measureServing(await prepareCorpus(directory, servedArticles)))
