import type { Contributor } from '@gazette/schema/article-content'

/** People under the role each is named with, in print order; who has none stands under `usual`. No role is said twice. */
export const groupByRole = (people: readonly Contributor[], usual: string): { role: string; names: string[] }[] =>
  [...Map.groupBy(people, ({ role }) => role?.trim() || usual)].map(([role, group]) => ({ role, names: group.map(({ name }) => name) }))
