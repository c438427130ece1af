import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LastGood } from '@gazette/byte-cache/byte-cache'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadPages, savePages } from './keep-pages.ts'

const page = (key: string): LastGood => ({
  key,
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(`<p>${key} 𠮷\u2028</p>\r\n`),
  dependencies: ['list'],
  goodUntil: 7,
})

const origin = { signature: 'build 1', cursor: 'c7' }
let folder = ''
const file = () => join(folder, 'pages', 'pages.ndjson')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gazette-pages-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const load = async (signature: string) => {
  const pages: LastGood[] = []
  const loaded = await loadPages(file(), signature, (kept) => pages.push({ ...kept, body: Buffer.from(kept.body) }))
  return { pages, ...loaded }
}

describe('keptPages', () => {
  it('come back byte for byte', async () => {
    const pages = ['/', '/zwzx/?page=2', '/articles/a'].map(page)
    await savePages(file(), origin, pages)
    expect(await load('build 1')).toEqual({ pages, count: 3, cursor: 'c7' })
    expect(readdirSync(join(folder, 'pages'))).toEqual(['pages.ndjson'])
  })

  it('say nothing of what readers searched for, reported, or left for', async () => {
    const own = ['/search?q=%E7%97%85', '/report?article=a', '/leaving?url=https%3A%2F%2Fexample.org', '/old.php?id=7', 'file:/icon.svg']
    await savePages(file(), origin, own.map(page))
    expect((await load('build 1')).pages).toEqual([])
  })

  it('are not those of another build, and without them it does not matter how far the log was read', async () => {
    await savePages(file(), origin, [page('/')])
    expect(await load('build 2')).toEqual({ pages: [], count: 0, cursor: undefined })
  })

  it('are none where none were saved', async () => {
    expect(await load('build 1')).toEqual({ pages: [], count: 0, cursor: undefined })
  })

  it('stay as they were when they cannot be saved', async () => {
    await savePages(file(), origin, [page('/')])
    function* failing() {
      yield page('/a')
      throw new Error('no')
    }
    await expect(savePages(file(), origin, failing())).rejects.toThrow('no')
    expect((await load('build 1')).pages).toHaveLength(1)
    expect(readdirSync(join(folder, 'pages'))).toEqual(['pages.ndjson'])
  })

  it('are refused when the file is damaged', async () => {
    await savePages(file(), origin, [page('/')])
    writeFileSync(file(), `${JSON.stringify(origin)}\n{"key":"/"`)
    await expect(load('build 1')).rejects.toThrow()
  })
})
