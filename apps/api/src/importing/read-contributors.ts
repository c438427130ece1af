import type { Contributor } from '@gazette/schema/article-content'
import { isPersonName, joinNameHalves } from './person-name.ts'

const roleWord = '(?:记者|通讯员|实习生|评论员|特派员|特约员|撰稿人|主持人|摄影师|编辑|编译|供稿人|供稿|撰稿|摄影|执笔|作者|文字|文|图)'
const rolePattern = new RegExp(`^((?:[\\p{Script=Han}A-Za-z·]{0,10}?)${roleWord})[:：/／]?`, 'u')
const separators = /[、,，;；/／&＆\s和与]+/u

/** Splits 本报记者罗昌亮 into its role and the rest; the role is as printed. */
const splitRole = (token: string): { role: string | null; rest: string } => {
  if (isPersonName(token)) return { role: null, rest: token }
  const role = rolePattern.exec(token)
  return role?.[1] === undefined ? { role: null, rest: token } : { role: role[1], rest: token.slice(role[0].length) }
}

/**
 * Reads names with the roles printed before them: `本报记者 罗昌亮 通讯员 覃可论`. A role holds until the next one.
 * Null when anything else stands among them; with `anyName` a name need not look Chinese (pen names behind an explicit label).
 */
export const readContributors = (text: string, anyName = false): Contributor[] | null => {
  if (text.length > 200) return null
  const contributors: Contributor[] = []
  let role: string | null = null
  const prepared = joinNameHalves(text.replace(/[:：]/g, ' ')).trim()
  for (const token of prepared.split(separators)) {
    if (token === '') continue
    const split = splitRole(token)
    role = split.role ?? role
    if (split.rest === '') continue
    // Some newsrooms print the number of their staff behind the name: 王晓_NN5711.
    const name = split.rest.replace(/^[（(]|[）)]$|_[A-Za-z]{0,4}\d{1,8}$/g, '')
    if (!isPersonName(name) && !(anyName && isPenName(name))) return null
    contributors.push({ name, role })
  }
  return contributors
}

const isPenName = (name: string): boolean => name.length <= 12 && /^[\p{L}\p{N}·•._-]+$/u.test(name) && !/^\d+$/.test(name)

/** Adds those who are not named yet, keeping order; a role learnt later fills an empty one. */
export const mergeContributors = (known: readonly Contributor[], more: readonly Contributor[]): Contributor[] => {
  const merged = known.map((contributor) => ({ ...contributor }))
  for (const contributor of more) {
    const same = merged.find(({ name }) => name === contributor.name)
    if (same === undefined) merged.push({ ...contributor })
    else same.role ??= contributor.role
  }
  return merged
}
