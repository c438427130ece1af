import { dependencies } from '@gazette/schema/change-dependencies'

/** What a list depends on beside the articles it shows: null channels mean a list over all of them. */
export const dependenciesOfList = (channelIds: readonly string[] | null): string[] => [
  dependencies.channels,
  ...(channelIds === null ? [dependencies.list] : channelIds.map(dependencies.listOf)),
]

/** What showing these articles depends on. */
export const dependenciesOfArticles = (articles: readonly ({ id: string } | null)[]): string[] =>
  articles.flatMap((article) => (article ? [dependencies.article(article.id)] : []))
