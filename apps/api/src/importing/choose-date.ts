import { findMoment, isPossible, type Moment, type Published, toPublished } from './parse-published.ts'
import type { FoundDate } from './read-facts.ts'
import type { Report } from './report.ts'

/** Where a date of publication may come from, best first where they disagree. */
export type DateSources = {
  /** Dates on the lines around the title. */
  shown: readonly FoundDate[]
  /** PubDate and its relatives, as found. */
  declared: string
  /** Dates labelled as publication anywhere else on the page. */
  elsewhere: readonly FoundDate[]
  /** `YYYY-MM-DD` of the page's address. */
  inAddress: string | null
}

/** Zone of the site, and the moment after which no page can have been published (null: not known). */
export type DateContext = { timeZone: string; latest: number | null; report: Report }

const accept = (moment: Moment, { timeZone, latest, report }: DateContext): Published | null => {
  if (!isPossible(moment)) {
    report.add('invalid-date', moment.found)
    return null
  }
  const published = toPublished(moment, timeZone)
  if (latest === null || Date.parse(published.publishedAt) <= latest) return published
  report.add('future-date', moment.found)
  return null
}

const pickShown = (dates: readonly FoundDate[], context: DateContext): Published | null => {
  const ordered = [...dates.filter(({ label }) => label === 'published'), ...dates.filter(({ label }) => label === null)]
  for (const { moment } of ordered) {
    const published = accept(moment, context)
    if (published !== null) return published
  }
  return null
}

const agree = (shown: Published, declared: Published, report: Report): Published => {
  if (shown.publishedOn !== declared.publishedOn) {
    report.add('date-conflict', `${shown.publishedAt} / ${declared.publishedAt}`)
    return shown
  }
  return shown.publishedPrecision === 'day' ? declared : shown
}

/**
 * The date of publication: the one shown, with the time of PubDate when only the tag has it; PubDate; one elsewhere; the
 * address. Impossible and future dates are refused and reported; null when nothing is left.
 */
export const chooseDate = (sources: DateSources, context: DateContext): Published | null => {
  const { report } = context
  const shown = pickShown(sources.shown, context)
  const moment = findMoment(sources.declared)
  const declared = moment === null ? null : accept(moment, context)
  if (sources.declared !== '' && moment === null) report.add('invalid-date', sources.declared)
  const sure = shown !== null && declared !== null ? agree(shown, declared, report) : (shown ?? declared)
  if (sure !== null) return sure
  const updated = sources.shown.find(({ label, moment: shownMoment }) => label === 'updated' && isPossible(shownMoment))
  const updatedAt = updated === undefined ? null : accept(updated.moment, context)
  if (updatedAt !== null) {
    report.add('date-of-update', updatedAt.publishedAt)
    return updatedAt
  }
  const elsewhere = pickShown(
    sources.elsewhere.filter(({ label }) => label === 'published'),
    context,
  )
  if (elsewhere !== null) {
    report.add('date-elsewhere', elsewhere.publishedAt)
    return elsewhere
  }
  const addressed = sources.inAddress === null ? null : findMoment(sources.inAddress)
  const guessed = addressed === null || !isPossible(addressed) ? null : accept(addressed, context)
  if (guessed !== null) report.add('date-from-address', guessed.publishedOn)
  return guessed
}
