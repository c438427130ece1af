import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArticleContent } from '@gazette/schema/article-content'
import { blockTexts } from '../../src/articles/block-text.ts'
import { and, eq } from '../../src/database/drizzle.ts'
import { openSqlite } from '../../src/database/open-sqlite.ts'
import type { Store } from '../../src/database/store.ts'
import { generateCorpus } from '../../src/generating/generate-corpus.ts'
import { loadSampleContent } from '../../src/sample-content/load-sample-content.ts'
import { readExamples } from '../../src/sample-content/read-examples.ts'
import { createAnalyser } from '../../src/search/analyser.ts'
import { createAnalysis } from '../../src/search/analysis.ts'
import { createSearch } from '../../src/search/create-search.ts'
import { indexOnCommit } from '../../src/search/index-on-commit.ts'
import { createLikeRanker, createTrigramRanker, type PlainArticle, type Ranker } from './baselines.ts'
import { type Grades, gainAtTen, reciprocalRank } from './score-ranking.ts'

const until = Date.parse('2026-11-20T00:00:00+08:00')
const timeZone = 'Asia/Shanghai'

type Judgement = { query: string; relevant: Grades }
type Figures = { mrr: number; ndcg: number; empty: number }

const readJudgements = async (): Promise<Judgement[]> => {
  const judged = JSON.parse(await readFile(new URL('judgements.json', import.meta.url), 'utf8')) as Judgement[]
  const ids = new Map((await readExamples()).articles.map(({ situation, example }) => [situation, example.id]))
  return judged.map(({ query, relevant }) => ({
    query,
    relevant: Object.fromEntries(
      Object.entries(relevant).map(([situation, grade]) => {
        const id = ids.get(situation)
        if (id === undefined) throw new Error(`The judgement of ${query} names an unknown example: ${situation}`)
        return [id, grade]
      }),
    ),
  }))
}

const readPlain = async ({ db, tables: { articles, revisions } }: Store): Promise<PlainArticle[]> => {
  const isPublic = and(eq(revisions.articleId, articles.id), eq(revisions.number, articles.publishedRevision))
  const rows = await db
    .select({ id: articles.id, publishedAt: articles.publishedAt, content: revisions.content })
    .from(articles)
    .innerJoin(revisions, isPublic)
    .where(eq(articles.status, 'published'))
  return rows.map(({ id, publishedAt, content }) => {
    const article = JSON.parse(content) as ArticleContent
    const names = [...article.authors.map(({ name }) => name), ...article.topics.map(({ name }) => name)]
    return {
      id,
      publishedAt,
      title: article.title,
      text: [article.subtitle, article.summary, ...blockTexts(article.body), ...names].join('\n'),
    }
  })
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const judge = async (judgements: readonly Judgement[], rank: (query: string) => Promise<string[]>): Promise<Figures> => {
  const results = []
  for (const { query, relevant } of judgements) results.push({ relevant, ranked: await rank(query) })
  return {
    mrr: average(results.map(({ ranked, relevant }) => reciprocalRank(ranked, relevant))),
    ndcg: average(results.map(({ ranked, relevant }) => gainAtTen(ranked, relevant))),
    empty: results.filter(({ ranked }) => ranked.length === 0).length,
  }
}

const measure = async (store: Store, directory: string, judgements: readonly Judgement[]): Promise<[string, Figures][]> => {
  const plain = await readPlain(store)
  const analyser = createAnalyser(directory)
  const onError = (error: unknown): never => {
    throw error
  }
  const search = createSearch({ store, analyser, clock: Date.now, timeZone, directory, databaseUrl: '', onError })
  const request = {
    filters: { channelIds: null },
    sort: 'relevance',
    start: { kind: 'offset', offset: 0 },
    limit: 10,
    facets: false,
    floor: null,
    reading: null,
  } as const
  const gazette = async (query: string): Promise<string[]> => {
    const answer = await search.find({ ...request, query })
    return 'kind' in answer ? [] : answer.matches.map(({ articleId }) => articleId)
  }
  const plainly = (ranker: Ranker) => async (query: string) => ranker(query)
  const figures: [string, Figures][] = [
    ['Gazette', await judge(judgements, gazette)],
    ['LIKE, newest first', await judge(judgements, plainly(createLikeRanker(plain)))],
    ['FTS5 trigram, BM25', await judge(judgements, plainly(createTrigramRanker(plain)))],
  ]
  await search.close()
  return figures
}

const toTable = (title: string, figures: readonly [string, Figures][]): string =>
  [
    `## ${title}`,
    '',
    '| | MRR | nDCG@10 | queries without a hit |',
    '| --- | --- | --- | --- |',
    ...figures.map(([name, { mrr, ndcg, empty }]) => `| ${name} | ${mrr.toFixed(3)} | ${ndcg.toFixed(3)} | ${empty} |`),
    '',
  ].join('\n')

const directory = await mkdtemp(join(tmpdir(), 'gazette-relevance-'))
const analyser = createAnalyser(directory)
const store = indexOnCommit(await openSqlite(join(directory, 'gazette.db')), analyser, createAnalysis(analyser, directory))
try {
  const judgements = await readJudgements()
  await loadSampleContent({ store, mediaDirectory: join(directory, 'media'), now: until, timeZone })
  const tables = [`# Relevance of search: ${judgements.length} judged queries\n`]
  tables.push(toTable('The sample articles', await measure(store, directory, judgements)))
  const articles = Number(process.argv[2] ?? 5_000)
  await generateCorpus({ store, articles, seed: 'relevance', until, timeZone })
  tables.push(toTable(`The same among ${articles.toLocaleString('en')} generated articles`, await measure(store, directory, judgements)))
  await writeFile(new URL('results.md', import.meta.url), tables.join('\n'))
  process.stdout.write(`${tables.join('\n')}\n`)
} finally {
  await store.close()
  await rm(directory, { recursive: true, force: true })
}
