import type { Article } from '@gazette/schema/article'
import type { Command } from 'commander'
import { createAddresses } from '../addresses.ts'
import { readArticleBatches } from '../articles/article-batches.ts'
import { createChannelSnapshot } from '../channels/channel-snapshot.ts'
import { findRareCharacters, type RareCharacter } from '../rendering/rare-characters.ts'
import { say, sayJson, withInstallation } from './with-installation.ts'

const batchSize = 200
const examplesMaximum = 3

type Found = RareCharacter & { articles: number; examples: string[] }

const kindWords = { rare: '生僻字 rare', variation: '异体选择符 variation', private: '自造字 PRIVATE USE' } as const

const textOf = ({ fullTitle, summary, authors, editors, source, body }: Article): string =>
  [fullTitle, summary, ...[...authors, ...editors].map(({ name }) => name), source?.name, typeof body === 'string' ? body : ''].join('\n')

const note = (found: Map<string, Found>, article: Article): void => {
  for (const rare of findRareCharacters(textOf(article))) {
    const known = found.get(rare.character) ?? { ...rare, articles: 0, examples: [] }
    known.articles += 1
    if (known.examples.length < examplesMaximum) known.examples.push(article.url)
    found.set(rare.character, known)
  }
}

/** `gazette characters`: exit code 0 whatever is found, since nothing is wrong with a rare name. */
export const addCharactersCommand = (program: Command): void => {
  program
    .command('characters')
    .description('列出公开文章中许多设备显示不出的字 · List characters in public articles that many devices cannot show')
    .option('--json', '输出 JSON · JSON output')
    .action(({ json }: { json?: boolean }) =>
      withInstallation(async ({ config, store }) => {
        const options = { store, channels: createChannelSnapshot(store), addresses: createAddresses(config), timeZone: config.timeZone }
        const found = new Map<string, Found>()
        for await (const batch of readArticleBatches(options, 'text', batchSize)) for (const article of batch) note(found, article)
        const characters = [...found.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1))
        if (json) return sayJson({ characters })
        if (characters.length === 0) say('没有生僻字 · no rare characters')
        for (const { character, code, kind, articles, examples } of characters)
          say(`${character}  ${code}  ${kindWords[kind]}  ${articles} 篇  ${examples.join(' ')}`)
      }),
    )
}
