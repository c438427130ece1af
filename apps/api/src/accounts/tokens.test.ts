import type { Role } from '@gazette/schema/role'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Dialect, Store } from '../database/store.ts'
import { createTestDatabase, testEngines } from '../testing/test-engines.ts'
import { createToken, listTokens, revokeToken } from './token-records.ts'
import { createTokenText } from './token-text.ts'
import { createTokens } from './tokens.ts'

const write = <T>(store: Store, now: number, work: (writing: { tables: Store['tables']; db: Store['db']; now: number }) => Promise<T>) =>
  store.withTransaction((db) => work({ tables: store.tables, db, now }))

const make = (store: Store, role: Role = 'reader', expiresAt: number | null = null) =>
  write(store, 1, (writing) => createToken(writing, { name: '阅读器', role, expiresAt }))

const setUp = async (engine: Dialect) => {
  const { store, reopen, destroy } = await createTestDatabase(engine)
  let now = 1_000
  const errors: unknown[] = []
  const tokens = createTokens({ store, clock: () => now, onError: (error) => errors.push(error) })
  await tokens.start()
  onTestFinished(async () => {
    await tokens.stop()
    await destroy()
    expect(errors).toEqual([])
  })
  return { store, reopen, tokens, setNow: (value: number) => (now = value) }
}

describe.each(testEngines)('tokens on %s', (engine) => {
  it('are known and unknown as soon as this process made or revoked them', async () => {
    const { store, tokens } = await setUp(engine)
    const { token, record } = await make(store, 'editor')
    expect(tokens.find(token)).toMatchObject({ id: record.id, role: 'editor', name: '阅读器' })
    await write(store, 2, (writing) => revokeToken(writing, record.id))
    expect(tokens.find(token)).toBeNull()
  })

  it('follow another process within a second', async () => {
    const { reopen, tokens } = await setUp(engine)
    const other = await reopen()
    const { token, record } = await make(other)
    await expect.poll(() => tokens.find(token), { timeout: 1_000, interval: 20 }).toMatchObject({ id: record.id })
    await write(other, 2, (writing) => revokeToken(writing, record.id))
    await expect.poll(() => tokens.find(token), { timeout: 1_000, interval: 20 }).toBeNull()
  })

  it('end when they expire, and nobody has one that was never made', async () => {
    const { store, tokens, setNow } = await setUp(engine)
    const { token } = await make(store, 'reader', 2_000)
    expect(tokens.find(token)).not.toBeNull()
    setNow(2_000)
    expect(tokens.find(token)).toBeNull()
    for (const unknown of [createTokenText(), 'gzt_', '', `${token}0`]) expect(tokens.find(unknown)).toBeNull()
  })

  it('are kept without themselves, with when they were used last, and stay in the list once revoked', async () => {
    const { store, tokens, setNow } = await setUp(engine)
    const { token, record } = await make(store)
    tokens.find(token)
    setNow(5_000)
    tokens.find(token)
    await tokens.stop()
    await write(store, 6_000, (writing) => revokeToken(writing, record.id))
    const rows = await listTokens(store)
    expect(rows).toMatchObject([{ id: record.id, createdAt: 1, lastUsedAt: 5_000, revokedAt: 6_000 }])
    expect(JSON.stringify(rows)).not.toContain(token.slice(4))
  })
})
