import { z } from 'zod'

/** Text in a query: no control characters, no halves of surrogate pairs. */
export const QueryText = z.string().regex(/^[^\p{Cc}\p{Cs}]+$/u)

type IntegerBounds = { minimum: number; maximum: number; default: number; description: string }

/** A whole number in decimal digits. Query strings carry text only; `0x10`, `1e1` and blanks are refused by name. */
export const integerParameter = ({ description, ...bounds }: IntegerBounds) =>
  z
    .preprocess(
      (value) => (typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value),
      z.int().min(bounds.minimum).max(bounds.maximum).default(bounds.default),
    )
    .describe(description)
    .meta({ type: 'integer', ...bounds })

/** Several values in one parameter, joined by commas. */
export const commaSeparated = <T extends z.ZodType>(item: T, maximum: number, description: string) =>
  z
    .preprocess((value) => (typeof value === 'string' ? value.split(',') : value), z.array(item).min(1).max(maximum))
    .optional()
    .describe(description)
