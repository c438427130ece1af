import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ArticleExample } from '@gazette/schema/example'

const folder = new URL('../examples/articles/', import.meta.resolve('@gazette/schema/example'))

/** The sample article of a situation: a file name of the contract's examples, without its ending. */
export const readExample = (situation: string): ArticleExample =>
  ArticleExample.parse(JSON.parse(readFileSync(fileURLToPath(new URL(`${situation}.json`, folder)), 'utf8')))
