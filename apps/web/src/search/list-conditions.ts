import type { ChannelNode } from '@gazette/schema/channel'
import type { SearchFacets } from '@gazette/schema/search'
import { conditionNames, type SearchConditions, type SearchQuestion } from './search-question.ts'
import { kindName, searchWords } from './search-words.ts'

/** A condition that holds, in words, and the question without it. */
export type ActiveCondition = { label: string; without: SearchQuestion }

const findName = (channels: ChannelNode[], path: string): string | undefined =>
  channels.flatMap((channel) => (channel.path === path ? [channel.name] : (findName(channel.children, path) ?? [])))[0]

/** What narrows a search now. */
export const listActiveConditions = (question: SearchQuestion, channels: ChannelNode[], facets: SearchFacets | null): ActiveCondition[] => {
  const names: Record<keyof SearchConditions, (value: string) => string> = {
    channel: (path) => findName(channels, path) ?? path,
    kind: kindName,
    source: (source) => source,
    topic: (slug) => facets?.topics.find(({ value }) => value === slug)?.name ?? slug,
    from: (day) => day,
    to: (day) => day,
  }
  return conditionNames
    .filter((name) => question[name] !== '')
    .map((name) => ({ label: `${searchWords[name]}：${names[name](question[name])}`, without: { ...question, [name]: '' } }))
}

/** A group of values that would narrow the search further, each with how many articles it leaves. */
export type NarrowingGroup = { label: string; values: { name: string; count: number; narrowed: SearchQuestion }[] }

const valuesMaximum = 8

/** Ways to narrow a search; a group with a single value, or one that is chosen already, would change nothing. */
export const listNarrowings = (question: SearchQuestion, facets: SearchFacets): NarrowingGroup[] => {
  const toGroup = (
    label: string,
    values: SearchFacets['kinds'],
    narrow: (value: string) => Partial<SearchQuestion>,
    isChosen: boolean,
  ) => ({
    label,
    values: isChosen
      ? []
      : values.slice(0, valuesMaximum).map(({ value, name, count }) => ({ name, count, narrowed: { ...question, ...narrow(value) } })),
  })
  const named = (values: SearchFacets['kinds'], name: (value: string) => string) =>
    values.map((facet) => ({ ...facet, name: name(facet.value) }))
  const years = named(facets.years, searchWords.year).toSorted((a, b) => b.value.localeCompare(a.value))
  return [
    toGroup(searchWords.channel, facets.channels, (channel) => ({ channel }), false),
    toGroup(searchWords.kind, named(facets.kinds, kindName), (kind) => ({ kind }), question.kind !== ''),
    toGroup(
      searchWords.years,
      years,
      (year) => ({ from: `${year}-01-01`, to: `${year}-12-31` }),
      question.from !== '' || question.to !== '',
    ),
    toGroup(searchWords.source, facets.sources, (source) => ({ source }), question.source !== ''),
    toGroup(searchWords.topic, facets.topics, (topic) => ({ topic }), question.topic !== ''),
  ].filter(({ values }) => values.length > 1)
}
