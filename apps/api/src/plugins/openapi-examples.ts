import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Example = z.object({
  name: z.string(),
  summary: z.string(),
  url: z.string(),
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown(),
})
/** One real answer: what was asked, and what came back. */
export type Example = z.infer<typeof Example>

const Examples = z.object({
  operations: z.record(z.string(), z.array(Example)).describe('By operationId.'),
  problems: z.array(Example),
})
/** Real answers to the example requests; a test makes them anew and compares. */
export type Examples = z.infer<typeof Examples>

/** Reads the kept answers from `apps/api/openapi/examples.json`. */
export const readExampleAnswers = (): Examples =>
  Examples.parse(JSON.parse(readFileSync(new URL('../../openapi/examples.json', import.meta.url), 'utf8')))

/** The media type of an answer, without its parameters. */
export const mediaTypeOf = ({ headers }: Example): string => headers['content-type']?.split(';', 1)[0] ?? ''

/** The values that `url` has in place of the variables of `template`, and in its query. */
export const readParameters = (template: string, url: string): Map<string, string> => {
  const [path = '', query = ''] = url.split('?', 2)
  const values = path.split('/')
  const variables = template.split('/').flatMap((part, index): [string, string][] => {
    const name = /^\{(.+)\}$/.exec(part)?.[1]
    return name === undefined ? [] : [[name, decodeURIComponent(values[index] ?? '')]]
  })
  return new Map([...variables, ...new URLSearchParams(query)])
}
