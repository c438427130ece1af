import type { ApiContext } from '../plugins/api-context.ts'
import { type ChangePage, listChanges } from './list-changes.ts'

/**
 * The changes behind `sequence`, once this process has dropped everything they make out of date: who learns of a change
 * asks for what it changed, and would keep an old answer for ever.
 */
export const tellChanges = async (context: ApiContext, sequence: number, limit: number): Promise<ChangePage> => {
  const page = await listChanges(context, sequence, limit)
  if (page.changes.length > 0) await context.follower.catchUp()
  return page
}
