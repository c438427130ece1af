import type { CursorCodec } from '../cursor.ts'
import { Invalid } from '../errors.ts'

const scope = 'changes'

/** A cursor that continues behind a change. */
export const writeChangeCursor = ({ cursors }: { cursors: CursorCodec }, sequence: number): string => cursors.write(scope, [sequence])

/** The change a cursor continues behind; 0, before the first, without one. @throws {Invalid} for a cursor that was made up */
export const readSequence = ({ cursors }: { cursors: CursorCodec }, cursor: string | undefined): number => {
  if (cursor === undefined) return 0
  const [sequence] = cursors.read(scope, cursor)
  if (typeof sequence !== 'number') throw new Invalid('invalid-cursor')
  return sequence
}
