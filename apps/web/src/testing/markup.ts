import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** The text a reader sees in markup, without tags. */
export const toText = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

export const render = (element: ReactElement): string => renderToStaticMarkup(element)

export const countOf = (haystack: string, needle: string): number => haystack.split(needle).length - 1
