import type { FastifyInstance } from 'fastify'
import { Invalid } from '../errors.ts'
import type { Words } from '../problems/words.ts'

const depthMaximum = 64

const refuse = (pointer: string, code: string, message: Words): never => {
  throw new Invalid('invalid-body', { errors: [{ pointer, code, message }] })
}

type Level = { names: Set<string> | null; pointer: string; step: string; index: number }

const stepOf = ({ names, step, index }: Level): string => (names ? step : String(index))
const pointerIn = (level: Level): string => `${level.pointer}/${stepOf(level).replaceAll('~', '~0').replaceAll('/', '~1')}`

// Strings, brackets and what parts values; everything else in valid JSON is a number, a word or white space.
const token = /"(?:[^"\\]|\\.)*"|[[\]{},:]/g

/**
 * Walks through JSON that is valid already and refuses what programs read differently (RFC 8259 §4, §8.2): two members of one
 * name, half a surrogate pair, and nesting no document of ours has.
 */
const checkInteroperable = (text: string): void => {
  const levels: Level[] = []
  const pointer = () => levels.map(pointerIn).at(-1) ?? ''
  let isName = false
  for (const [found] of text.matchAll(token)) {
    const level = levels.at(-1)
    if (found === '{' || found === '[') {
      if (levels.length === depthMaximum)
        refuse(pointer(), 'too-deep', { zh: `嵌套超过 ${depthMaximum} 层。`, en: `Nested more than ${depthMaximum} levels deep.` })
      levels.push({ names: found === '{' ? new Set() : null, pointer: pointer(), step: '', index: 0 })
      isName = found === '{'
    } else if (found === '}' || found === ']') levels.pop()
    else if (found === ',' && level) {
      level.index += 1
      isName = level.names !== null
    } else if (found.startsWith('"')) {
      const value: string = JSON.parse(found)
      if (isName && level?.names) {
        level.step = value
        if (level.names.has(value)) refuse(pointer(), 'repeated', { zh: `${value} 出现了两次。`, en: `${value} stands there twice.` })
        level.names.add(value)
        isName = false
      }
      if (!value.isWellFormed())
        refuse(pointer(), 'malformed', { zh: '文字中有半个 Unicode 代理对。', en: 'The text has half a surrogate pair.' })
    }
  }
}

/** A body as JSON; a byte order mark before it is passed over (RFC 8259 §8.1). @throws {Invalid} */
export const parseJsonBody = (text: string): unknown => {
  const withoutMark = text.replace(/^\uFEFF/, '')
  let value: unknown
  try {
    value = JSON.parse(withoutMark)
  } catch {
    throw new Invalid('invalid-body', { detail: { zh: '正文不是合法的 JSON。', en: 'The body is not valid JSON.' } })
  }
  checkInteroperable(withoutMark)
  return value
}

/** Bodies are JSON and nothing else, in UTF-8 and not compressed. */
export const registerJsonBodies = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async ({ headers }: { headers: Record<string, unknown> }, body: Buffer) => {
      const coding = headers['content-encoding']
      if (coding !== undefined && coding !== 'identity') throw new Invalid('unsupported-media-type')
      try {
        return parseJsonBody(new TextDecoder('utf-8', { fatal: true }).decode(body))
      } catch (error) {
        if (error instanceof Invalid) throw error
        throw new Invalid('invalid-body', { detail: { zh: '正文不是 UTF-8。', en: 'The body is not UTF-8.' } })
      }
    },
  )
}
