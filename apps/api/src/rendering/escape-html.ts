import { cleanText } from './clean-text.ts'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML character data, safe in elements and in quoted attributes. */
export const escapeHtml = (text: string): string => cleanText(text).replace(/[&<>"']/g, (character) => entities[character] ?? '')

/** Attributes in the order given; those without a value are left out, `true` stands without one. */
export const renderAttributes = (attributes: Record<string, string | number | boolean | null | undefined>): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`))
    .join('')
