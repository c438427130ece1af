import { type Draft, joinLines } from './draft-block.ts'
import { isText } from './flatten-drafts.ts'
import { getAttribute, type HtmlElement } from './html-tree.ts'
import type { ConvertElement } from './to-drafts.ts'

const quoteLengthMax = 600

/**
 * A quotation as a quote block, its last line as attribution when it begins with a dash. Editors also indent whole articles
 * with `blockquote`: a long one, or one that holds more than text, comes out as it is.
 */
export const readQuote = (element: HtmlElement, convert: ConvertElement): Draft[] => {
  const drafts = convert(element)
  const texts = drafts.filter(isText)
  const length = texts.reduce((sum, draft) => sum + draft.text.length, 0)
  const indent = /margin|padding/.test(getAttribute(element, 'style'))
  if (texts.length !== drafts.length || texts.length === 0 || length > quoteLengthMax || indent) return drafts
  const last = texts.at(-1)
  const attributed = texts.length > 1 && last !== undefined && /^(?:——|—|--)\s?\S/.test(last.text) && last.text.length <= 60
  const body = attributed ? texts.slice(0, -1) : texts
  return [
    {
      type: 'block',
      block: {
        type: 'quote',
        spans: joinLines(body.map((draft) => draft.spans)),
        attribution: attributed ? last.text.replace(/^[—-]+\s?/, '') : null,
      },
    },
  ]
}
