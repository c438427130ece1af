import { describe, expect, it, onTestFinished } from 'vitest'
import { appendChange } from '../changes/append-change.ts'
import { createTestDatabase, testEngines } from '../testing/test-engines.ts'
import { asc } from './drizzle.ts'
import type { Dialect, Store } from './store.ts'

const openTestDatabase = async (engine: Dialect) => {
  const database = await createTestDatabase(engine)
  onTestFinished(database.destroy)
  return database
}

const setting = (store: Store, name: string, value: string) =>
  store.withTransaction(async (db) => db.insert(store.tables.settings).values({ name, value }))

const settingNames = async (store: Store): Promise<string[]> =>
  (await store.db.select().from(store.tables.settings).orderBy(asc(store.tables.settings.name))).map(({ name }) => name)

describe.each(testEngines)('a store on %s', (engine) => {
  it('shows nothing of a transaction before it is committed', async () => {
    const { store } = await openTestDatabase(engine)
    await store.withTransaction(async (db) => {
      await db.insert(store.tables.settings).values({ name: 'inside', value: '1' })
      expect(await settingNames(store)).toEqual([])
    })
    expect(await settingNames(store)).toEqual(['inside'])
  })

  it('keeps nothing of a transaction that failed, and goes on', async () => {
    const { store } = await openTestDatabase(engine)
    const failing = store.withTransaction(async (db) => {
      await db.insert(store.tables.settings).values({ name: 'lost', value: '1' })
      throw new Error('second thoughts')
    })
    await expect(failing).rejects.toThrow('second thoughts')
    await setting(store, 'kept', '1')
    expect(await settingNames(store)).toEqual(['kept'])
  })

  it('runs transactions of one process one after another', async () => {
    const { store } = await openTestDatabase(engine)
    await Promise.all(Array.from({ length: 20 }, (_, index) => setting(store, `n${String(index).padStart(2, '0')}`, '1')))
    expect(await settingNames(store)).toHaveLength(20)
  })

  it('keeps the order of the change log the order of commits with two processes writing', async () => {
    const { store, reopen } = await openTestDatabase(engine)
    const other = await reopen()
    const { changes } = store.tables
    const seen: number[] = []
    const write = (writer: Store, channelId: string) =>
      writer.withTransaction((db) => appendChange(writer.tables, db, { type: 'channel.updated', at: 0, channelId }))
    // A number that shows up later than a greater one would tear a hole into what was read before.
    const writeAndLook = async (writer: Store, channelId: string) => {
      await write(writer, channelId)
      const rows = await store.db.select({ sequence: changes.sequence }).from(changes).orderBy(asc(changes.sequence))
      const sequences = rows.map(({ sequence }) => sequence)
      // Looks may end in another order than they began: of any two, one is the beginning of the other.
      expect(sequences.slice(0, seen.length)).toEqual(seen.slice(0, sequences.length))
      if (sequences.length > seen.length) seen.splice(0, seen.length, ...sequences)
    }
    await Promise.all(Array.from({ length: 30 }, (_, index) => writeAndLook(index % 2 === 0 ? store : other, `c${index}`)))
    expect(seen).toHaveLength(30)
  })

  it('refuses to change or delete what the change log says', async () => {
    const { store } = await openTestDatabase(engine)
    const { changes } = store.tables
    await store.withTransaction((db) => appendChange(store.tables, db, { type: 'channel.updated', at: 0, channelId: 'c' }))
    await expect(store.withTransaction(async (db) => db.update(changes).set({ at: 1 }))).rejects.toThrow()
    await expect(store.withTransaction(async (db) => db.delete(changes))).rejects.toThrow()
    expect(await store.db.select({ at: changes.at }).from(changes)).toEqual([{ at: 0 }])
  })

  it('tells those who listen of a commit before the one who committed goes on', async () => {
    const { store } = await openTestDatabase(engine)
    const heard: string[] = []
    store.onCommit(async () => {
      heard.push(...(await settingNames(store)))
    })
    await setting(store, 'news', '1')
    expect(heard).toEqual(['news'])
  })

  it('tells those who watch of a commit by another process', async () => {
    const { store, reopen } = await openTestDatabase(engine)
    const other = await reopen()
    const heard = Promise.withResolvers<void>()
    const stop = store.watchOthers(() => {
      void settingNames(store).then((names) => {
        if (names.includes('news')) heard.resolve()
      })
    })
    onTestFinished(stop)
    await setting(other, 'news', '1')
    await heard.promise
  })
})
