import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'

const known = new WeakMap<object, Map<string, { __html: string }>>()

/**
 * Markup of what many pages show, rendered once: React takes as long for what never changes as for the rest.
 * @param data what it shows and nothing else does; kept as long as somebody keeps this very object
 * @param name tells what is made of the same data apart
 */
export const readyMarkup = (data: object, name: string, render: () => ReactNode): { __html: string } => {
  const byName = known.get(data) ?? new Map<string, { __html: string }>()
  known.set(data, byName)
  const markup = byName.get(name) ?? { __html: renderToString(render()) }
  byName.set(name, markup)
  return markup
}
