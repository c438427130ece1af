import { ArticleStatus } from '@gazette/schema/article'
import { ArticleKind, Origin, PublishedPrecision } from '@gazette/schema/article-content'
import { ArticleField, ArticleSort, BodyForm } from '@gazette/schema/article-query'
import { ChangeType } from '@gazette/schema/change'
import { ProblemCode } from '@gazette/schema/problem'
import { Mark } from '@gazette/schema/span'
import { isRecord, type JsonRecord } from './openapi-schema.ts'

/** Lists of values that deserve a name in generated clients. */
const named: readonly { name: string; options: readonly string[]; description: string }[] = [
  { name: 'ArticleField', options: ArticleField.options, description: 'A field of a summary. Fields may be added.' },
  { name: 'ArticleKind', options: ArticleKind.options, description: 'What an article is. Kinds may be added.' },
  { name: 'ArticleSort', options: ArticleSort.options, description: 'The order of a list; `-` means newest first. Orders may be added.' },
  { name: 'ArticleStatus', options: ArticleStatus.options, description: 'Public states of an article. The list is closed.' },
  { name: 'BodyForm', options: BodyForm.options, description: 'In which form bodies are sent. Forms may be added.' },
  { name: 'ChangeType', options: ChangeType.options, description: 'What can happen. Types may be added.' },
  { name: 'Mark', options: Mark.options, description: 'How a run of text is set. Marks may be added.' },
  { name: 'Origin', options: Origin.options, description: "Whether the text is the site's own. The list is closed." },
  { name: 'ProblemCode', options: ProblemCode.options, description: 'Names a problem. Codes may be added.' },
  {
    name: 'PublishedPrecision',
    options: PublishedPrecision.options,
    description: 'How exactly the moment of publication is known. The list is closed.',
  },
]

/** Components for the named lists of values. */
export const enumerationComponents: JsonRecord = Object.fromEntries(
  named.map(({ name, options, description }) => [name, { type: 'string', enum: [...options], description }]),
)

const nameByOptions = new Map(named.map(({ name, options }) => [options.join('\n'), name]))

/** Puts a reference in place of a list of values that has a name; whatever else the schema says stays beside it. */
export const nameEnumeration = (schema: JsonRecord): JsonRecord => {
  const { type, enum: options, ...rest } = schema
  const name = Array.isArray(options) && type === 'string' ? nameByOptions.get(options.join('\n')) : undefined
  return name === undefined ? schema : { $ref: `#/components/schemas/${name}`, ...rest }
}

/** Applies `change` to every object of a document, innermost first. */
export const mapRecords = (node: unknown, change: (record: JsonRecord) => JsonRecord): unknown => {
  if (Array.isArray(node)) return node.map((item) => mapRecords(item, change))
  if (!isRecord(node)) return node
  return change(Object.fromEntries(Object.entries(node).map(([name, value]) => [name, mapRecords(value, change)])))
}
