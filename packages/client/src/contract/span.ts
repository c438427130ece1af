// Written by `npm run generate` from packages/schema. Change the schema, not this file.

import type { Unlisted } from './unlisted.ts'

export type Mark = 'strong' | 'emphasis' | 'underline' | 'strike' | 'subscript' | 'superscript' | 'code' | Unlisted

/** A run of text with one set of marks. */
export interface Span {
  /** Plain text, never markup. A line feed is a line break. */
  text: string
  marks?: Mark[]
  /** `http`, `https`, `mailto`, `tel`, a path of this site or a fragment. */
  href?: string
  /** BCP 47 tag of a foreign run. */
  language?: string
}
