import { z } from 'zod'

/** How a run of text is set. Consumers ignore marks they do not know. */
export const Mark = z.enum(['strong', 'emphasis', 'underline', 'strike', 'subscript', 'superscript', 'code'])
export type Mark = z.infer<typeof Mark>

/** Addresses a link inside text may lead to: never `javascript:` or `data:`. */
export const LinkTarget = z
  .string()
  .max(2048)
  .regex(/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)[^\s\p{Cc}\\]*$/iu)
  .describe('`http`, `https`, `mailto`, `tel`, a path of this site or a fragment.')

/** A run of text with one set of marks. A line feed inside `text` is a line break. */
export const Span = z
  .object({
    text: z.string().describe('Plain text, never markup. A line feed is a line break.'),
    marks: z.array(Mark).optional(),
    href: LinkTarget.optional(),
    language: z.string().max(35).optional().describe('BCP 47 tag of a foreign run.'),
  })
  .meta({ id: 'Span', description: 'A run of text with one set of marks.' })
export type Span = z.infer<typeof Span>
