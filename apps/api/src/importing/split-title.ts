import { toBare } from './text-shape.ts'

/** A headline in its parts (引题, 主题, 副题); `fullTitle` is as printed. */
export type TitleParts = { kicker: string | null; title: string; subtitle: string | null; fullTitle: string }

const dash = /[—─―－]{2,}|--+|—/
const leadingDash = /^\s*(?:[—─―－]+|--+)\s*/

/** Whether a line is a subtitle by its form: it begins with a dash. */
export const isSubtitleLine = (line: string): boolean =>
  line.length <= 80 && leadingDash.test(line) && line.replace(leadingDash, '').length >= 2

const splitAtDash = (text: string): { title: string; subtitle: string | null } => {
  const match = /[—─―－]{2,}|--+/.exec(text) ?? null
  if (match === null || match.index < 2) return { title: text, subtitle: null }
  const subtitle = text.slice(match.index + match[0].length).trim()
  return subtitle.length < 2 || dash.test(subtitle.slice(-2))
    ? { title: text, subtitle: null }
    : { title: text.slice(0, match.index).trim(), subtitle }
}

/**
 * Parts a headline: the subtitle is what follows a double dash, or a line below that begins with one. Halves of a title set
 * apart by a space stay in `title`.
 */
export const splitTitle = (printed: string, below: string | null, above: string | null): TitleParts => {
  const { title, subtitle } = splitAtDash(printed)
  const kicker = above === null || toBare(above) === '' ? null : above
  if (subtitle !== null || below === null) return { kicker, title, subtitle, fullTitle: printed }
  return { kicker, title, subtitle: below.replace(leadingDash, '').trim(), fullTitle: `${printed}${below}` }
}
