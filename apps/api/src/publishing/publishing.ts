import type { ArticleContent } from '@gazette/schema/article-content'
import type { Clock } from '../clock.ts'
import { createId } from '../create-id.ts'
import type { Store } from '../database/store.ts'
import { createDraft, moveArticle, publishArticle, removeArticle, reviseArticle, type Writing, withdrawArticle } from './article-writer.ts'
import { addRedirect } from './redirect-writer.ts'

/** Everything that changes what readers see, each as one transaction. */
export const createPublishing = ({ store, clock }: { store: Store; clock: Clock }) => {
  const write = <T>(work: (writing: Writing) => Promise<T>): Promise<T> =>
    store.withTransaction((db) => work({ tables: store.tables, db, now: clock() }))
  return {
    /** Several steps as one: all of them happen or none. */
    write,
    /** @returns the id of the new draft */
    createDraft: ({ channelId, content, id = createId(clock()) }: { channelId: string; content: ArticleContent; id?: string }) =>
      write(async (writing) => {
        await createDraft(writing, { id, channelId, content })
        return id
      }),
    publish: (id: string) => write((writing) => publishArticle(writing, id)),
    /** Writes a new revision and shows it at once. @returns whether anything changed */
    correct: (id: string, content: ArticleContent) =>
      write(async (writing) => {
        const changed = await reviseArticle(writing, id, content)
        if (changed) await publishArticle(writing, id)
        return changed
      }),
    move: (id: string, channelId: string) => write((writing) => moveArticle(writing, id, channelId)),
    withdraw: (id: string, reason: string) => write((writing) => withdrawArticle(writing, id, reason)),
    /** @param redirectTo where readers of its address are sent instead of a 410 */
    remove: (id: string, reason: string, redirectTo?: { from: string; to: string }) =>
      write(async (writing) => {
        await removeArticle(writing, id, reason)
        if (redirectTo) await addRedirect(writing, redirectTo.from, { targetUrl: redirectTo.to })
      }),
  }
}
export type Publishing = ReturnType<typeof createPublishing>
