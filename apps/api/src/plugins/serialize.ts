import { encode, type z } from 'zod'

export const jsonType = 'application/json; charset=utf-8'

/** JSON of a value. `encode` strips what the schema does not declare: the schema is the border of what leaves the house. */
export const serialize = <S extends z.ZodType>(schema: S, value: z.output<S>): string => JSON.stringify(encode(schema, value))
