import { z } from 'zod'
import { Id, WebUrl } from './scalars.ts'

/** What an address of the site leads to. An address nobody knows is 404, not a resolution. */
export const Resolution = z
  .object({
    kind: z.enum(['article', 'channel', 'redirect', 'gone']),
    url: WebUrl.describe('The address that was asked for, in full.'),
    location: WebUrl.nullable().describe('Where a reader should end; null when gone.'),
    articleId: Id.nullable(),
    channelId: Id.nullable(),
    reason: z.string().nullable().describe('Why it is gone.'),
  })
  .meta({ id: 'Resolution', description: 'What an address leads to.' })
export type Resolution = z.infer<typeof Resolution>
