import { QueryText } from '@gazette/schema/query-parameters'
import { ChannelPath, Id } from '@gazette/schema/scalars'
import { z } from 'zod'
import type { Words } from './words.ts'

/** The part of a JSON Schema that words are found for. */
type Described = {
  type?: string | undefined
  enum?: readonly unknown[] | undefined
  anyOf?: readonly Described[] | undefined
  items?: Described | undefined
  format?: string | undefined
  pattern?: string | undefined
  minimum?: number | undefined
  maximum?: number | undefined
  maxLength?: number | undefined
  maxItems?: number | undefined
}

const toDescribed = (schema: z.ZodType): Described => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described

const byFormat: Record<string, Words> = {
  date: { zh: '日期（例如 2026-11-01）', en: 'a date such as 2026-11-01' },
  'date-time': {
    zh: '带时区的时刻（RFC 3339，例如 2026-11-01T08:00:00+08:00；查询串中的 + 写作 %2B）',
    en: 'an instant with an offset (RFC 3339, such as 2026-11-01T08:00:00+08:00; a + in a query is written %2B)',
  },
  uri: { zh: 'http 或 https 的完整地址', en: 'an absolute http or https address' },
}

const patternOf = (schema: z.ZodType): string => toDescribed(schema).pattern ?? ''

const byPattern = new Map<string, Words>([
  [patternOf(Id), { zh: '由小写字母和数字组成、最长 26 个字符的标识', en: 'an id: at most 26 lower-case letters and digits' }],
  [patternOf(ChannelPath), { zh: '栏目路径（例如 zwzx/zhxw）', en: 'the path of a channel such as zwzx/zhxw' }],
  [patternOf(QueryText), { zh: '不含控制字符的文字', en: 'text without control characters' }],
])

const atMost = (words: Words, maximum: number | undefined): Words =>
  maximum === undefined ? words : { zh: `${words.zh}，最长 ${maximum} 个字符`, en: `${words.en}, at most ${maximum} characters` }

const join = (all: readonly Words[]): Words => ({
  zh: all.map(({ zh }) => zh).join('，或'),
  en: all.map(({ en }) => en).join(', or '),
})

const describe = (schema: Described): Words => {
  if (schema.anyOf) return join(schema.anyOf.map(describe))
  if (schema.enum) return { zh: `以下之一：${schema.enum.join('、')}`, en: `one of ${schema.enum.join(', ')}` }
  if (schema.type === 'integer') {
    const { minimum, maximum } = schema
    return { zh: `${minimum} 到 ${maximum} 之间的整数`, en: `a whole number from ${minimum} to ${maximum}` }
  }
  if (schema.type === 'array') {
    const item = describe(schema.items ?? {})
    return {
      zh: `以逗号分隔的列表，1 到 ${schema.maxItems} 项，每项为${item.zh}`,
      en: `a list of 1 to ${schema.maxItems} items joined by commas, each ${item.en}`,
    }
  }
  const known = byFormat[schema.format ?? ''] ?? byPattern.get(schema.pattern ?? '')
  return atMost(known ?? { zh: '文档所述格式的文字', en: 'text in the form the documentation gives' }, schema.maxLength)
}

/** What a parameter must be, in words that follow 应为 and "must be". */
export const sayExpectation = (schema: z.ZodType): Words => describe(toDescribed(schema))
