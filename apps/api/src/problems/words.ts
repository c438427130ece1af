import type { ApiLanguage } from './choose-language.ts'

/** The same in both languages of the API. */
export type Words = Record<ApiLanguage, string>
