import { readFileSync, writeFileSync } from 'node:fs'

/** Keeps the committed OpenAPI document as the one of this release, without its examples: later ones are compared with it. */
const folder = new URL('../../openapi/', import.meta.url)
const document = JSON.parse(readFileSync(new URL('openapi.json', folder), 'utf8'), (key, value: unknown) =>
  key === 'examples' ? undefined : value,
)
writeFileSync(new URL(`released/${document.info.version}.json`, folder), `${JSON.stringify(document, null, 2)}\n`)
