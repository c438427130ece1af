import { newestChange } from '@gazette/schema/article-query'
import type { CursorCodec } from '../cursor.ts'
import { Invalid } from '../errors.ts'
import type { ChangeFollower } from './change-follower.ts'

const scope = 'changes'

/** A cursor that continues behind a change. */
export const writeChangeCursor = ({ cursors }: { cursors: CursorCodec }, sequence: number): string => cursors.write(scope, [sequence])

/**
 * The change a cursor continues behind; 0, before the first, without one.
 * `now` is the newest change that has dropped what it makes out of date here: who asks next is told nothing older.
 * @throws {Invalid} for a cursor that was made up
 */
export const readSequence = async (
  { cursors, follower }: { cursors: CursorCodec; follower: ChangeFollower },
  cursor: string | undefined,
): Promise<number> => {
  if (cursor === undefined) return 0
  if (cursor === newestChange) {
    await follower.catchUp()
    return follower.position()
  }
  const [sequence] = cursors.read(scope, cursor)
  if (typeof sequence !== 'number') throw new Invalid('invalid-cursor')
  return sequence
}
