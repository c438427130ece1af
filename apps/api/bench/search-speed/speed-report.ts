import type { IndexingFigures, Sizes } from './measure-indexing.ts'
import type { SearchingFigures } from './measure-searching.ts'

/** One corpus. */
export type Row = Sizes & { corpus: number; indexing: IndexingFigures | null; searching: SearchingFigures }

type Report = { rows: readonly Row[]; serving: string; machine: string; queries: number }

const toLine = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

const toTable = (heads: readonly string[], lines: readonly (readonly (string | number)[])[]): string =>
  [toLine(heads), toLine(heads.map(() => '---')), ...lines.map(toLine)].join('\n')

const ms = (value: number): string => value.toFixed(1)
const number = (value: number): string => value.toLocaleString('en')
const times = (part: number, whole: number): string => `${(whole / part).toFixed(0)}×`

const indexing = (rows: readonly Row[]): string =>
  toTable(
    ['articles', 'text bytes each', 'indexed a second', 'a second of processor time', 'index, × text'],
    rows.map(({ corpus, articles, textBytes, indexBytes, indexing: figures }) => [
      number(corpus),
      Math.round(textBytes / articles),
      figures === null ? '(kept)' : figures.aSecond.toFixed(0),
      figures === null ? '' : figures.aCpuSecond.toFixed(0),
      (indexBytes / textBytes).toFixed(2),
    ]),
  )

const searching = (rows: readonly Row[]): string =>
  toTable(
    [
      'articles',
      'p50 ms',
      'p95 ms',
      'mean ms',
      'slowest',
      'p95 ÷ p95 of the first row',
      'with facets: p50',
      'p95',
      'serving thread, ms of CPU',
    ],
    rows.map(({ corpus, searching: { plain, withFacets, mainThreadMs } }) => [
      number(corpus),
      ms(plain.p50),
      ms(plain.p95),
      ms(plain.mean),
      plain.slowest,
      (plain.p95 / (rows[0]?.searching.plain.p95 ?? Number.NaN)).toFixed(1),
      ms(withFacets.p50),
      ms(withFacets.p95),
      mainThreadMs.toFixed(2),
    ]),
  )

const like = (rows: readonly Row[]): string =>
  toTable(
    ['articles', 'LIKE', 'p50 ms', 'mean ms', 'Gazette is faster by p50', 'by mean (throughput)'],
    rows.flatMap(({ corpus, searching: { plain, like: measured } }) =>
      measured === null
        ? []
        : (
            [
              ['at its best', measured.best],
              ['over the stored articles', measured.stored],
            ] as const
          ).map(([name, { p50, mean }]) => [number(corpus), name, ms(p50), ms(mean), times(plain.p50, p50), times(plain.mean, mean)]),
    ),
  )

/** The report as Markdown. */
export const toReport = ({ rows, serving, machine, queries }: Report): string =>
  `# Speed of search

${machine}. ${queries} queries of all kinds (\`query-set.ts\`), 20 hits and the total each, asked through the thread that
searches; of five rounds the middle one counts for each query. Made by \`node measure-speed.ts DIRECTORY\`.

## Indexing

From nothing, as \`gazette reindex\` does it: one thread writes, the others analyse.

${indexing(rows)}

## Searching

${searching(rows)}

## Beside LIKE

The same queries, in turn with ours, with everything mapped into memory. At its best: over a table that holds nothing but plain
titles and texts of published articles, titles that say it first, then the newest, with the total (the question WordPress asks).
Over the stored articles: as content systems do that keep nothing for search, newest first, with the total.

${like(rows)}
${serving === '' ? '' : `\n${serving}\n`}`
