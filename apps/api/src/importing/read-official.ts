import type { OfficialDocument } from '@gazette/schema/article-content'
import { findMoment, isPossible } from './parse-published.ts'
import type { Facts } from './read-facts.ts'

const two = (value: number) => String(value).padStart(2, '0')

const toDate = (text: string | undefined): string | null => {
  const moment = findMoment(text ?? '')
  return moment === null || !isPossible(moment) ? null : `${moment.year}-${two(moment.month)}-${two(moment.day)}`
}

const toValidity = (text: string | undefined): OfficialDocument['validity'] => {
  if (text === undefined) return null
  if (/部分/.test(text)) return 'partiallyRepealed'
  if (/废止/.test(text)) return 'repealed'
  if (/失效|无效|过期/.test(text)) return 'expired'
  return /有效|生效/.test(text) ? 'valid' : null
}

/** The fields of an official document (政务公开): an index or document number makes it one; null for everything else. */
export const readOfficial = ({ official }: Facts): OfficialDocument | null => {
  const indexNumber = official.get('indexNumber') ?? null
  const documentNumber = official.get('documentNumber') ?? null
  if (indexNumber === null && documentNumber === null) return null
  return {
    indexNumber,
    documentNumber,
    issuer: official.get('issuer') ?? null,
    writtenOn: toDate(official.get('writtenOn')),
    validity: toValidity(official.get('validity')),
  }
}
