import { dependencies } from '@gazette/schema/change-dependencies'
import type { Store } from '../database/store.ts'
import { readChannelTree } from './channel-queries.ts'
import type { ChannelTree } from './channel-tree.ts'

/** The channel tree in memory, as fresh as the answers made from it: both are dropped by the same change. */
export type ChannelSnapshot = {
  /**
   * The tree as it is now.
   * @param suffices tells whether the tree knows what it is wanted for. A commit of another process is visible in the
   * database before it is told of: an article may stand in a channel that the kept tree does not know yet.
   */
  get(suffices?: (tree: ChannelTree) => boolean): Promise<ChannelTree>
  drop(dependencies: Iterable<string>): void
  dropAll(): void
}

export const createChannelSnapshot = (store: Store): ChannelSnapshot => {
  let kept: Promise<ChannelTree> | undefined
  const read = (): Promise<ChannelTree> => {
    const reading = readChannelTree(store, store.db)
    kept = reading
    reading.catch(() => {
      if (kept === reading) kept = undefined
    })
    return reading
  }
  return {
    async get(suffices = () => true) {
      const tree = await (kept ?? read())
      return suffices(tree) ? tree : read()
    },
    drop(changed) {
      for (const dependency of changed) if (dependency === dependencies.channels) kept = undefined
    },
    dropAll() {
      kept = undefined
    },
  }
}
