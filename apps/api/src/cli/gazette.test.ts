import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSearchIndex } from '../search/open-search-index.ts'
import { damageIndex } from '../testing/damage-index.ts'
import { createTestDatabase, testEngines } from '../testing/test-engines.ts'

const tool = fileURLToPath(new URL('gazette.ts', import.meta.url))
const sample = fileURLToPath(new URL('../../fixtures/importing/shangyu-cppcc-2024-11-28.txt', import.meta.url))

type Ran = { code: number; stdout: string; stderr: string }

/** Calls the operator's tool as an operator does: a process of its own. */
const run = (args: string[], env: Record<string, string>): Promise<Ran> =>
  new Promise((settle) => {
    execFile(process.execPath, [tool, ...args], { env: { PATH: '', ...env } }, (error, stdout, stderr) => {
      settle({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr })
    })
  })

const setUp = async (engine: (typeof testEngines)[number]) => {
  const { databaseUrl, directory, store, destroy } = await createTestDatabase(engine)
  onTestFinished(destroy)
  const env = {
    DATABASE_URL: databaseUrl,
    MEDIA_DIR: join(directory, 'media'),
    SEARCH_DIR: join(directory, 'search'),
    GAZETTE_SECRET: 'a secret of tests, long enough to sign with',
  }
  return { directory, store, databaseUrl, gazette: (...args: string[]) => run(args, env) }
}

describe.each(testEngines)('gazette on %s', (engine) => {
  it('imports, reports, publishes a correction of state and ends with code 0', async () => {
    const { gazette, directory } = await setUp(engine)
    const reportFile = join(directory, 'report.json')
    const imported = await gazette('import', sample, '--json', '--report', reportFile)
    expect(imported).toMatchObject({ code: 0, stderr: '' })
    const report = JSON.parse(imported.stdout)
    expect(report.counts).toEqual({ created: 1, updated: 0, unchanged: 0, failed: 0 })
    expect(JSON.parse(await readFile(reportFile, 'utf8'))).toEqual(report)
    const { articleId } = report.items[0]
    const again = JSON.parse((await gazette('import', sample, '--json')).stdout)
    expect(again).toMatchObject({ counts: { created: 0, unchanged: 1 }, items: [{ articleId }] })
    expect(await gazette('withdraw', articleId, '--reason', '核实中')).toMatchObject({ code: 0 })
    expect(await gazette('publish', articleId)).toMatchObject({ code: 0 })
    expect(await gazette('remove', articleId, '--reason', '内容有误')).toMatchObject({ code: 0 })
    const illegal = await gazette('publish', articleId)
    expect(illegal.code).toBe(1)
    expect(illegal.stderr).toContain('removed cannot become published')
  })

  it('makes a token that is shown once, lists it without its text, and revokes it', async () => {
    const { gazette } = await setUp(engine)
    const made = JSON.parse(
      (await gazette('token', 'create', '--role', 'reader', '--name', '镜像站', '--expires', '2099-01-01', '--json')).stdout,
    )
    expect(made).toMatchObject({
      role: 'reader',
      name: '镜像站',
      state: 'active',
      expiresAt: '2099-01-01T00:00:00+08:00',
      lastUsedAt: null,
    })
    expect(made.token).toMatch(/^gzt_/)
    const listed = await gazette('token', 'list')
    expect(listed.stdout).toMatch(new RegExp(`^${made.id}  有效 active  reader  镜像站`))
    expect(listed.stdout).not.toContain('gzt_')
    expect(await gazette('token', 'revoke', made.id)).toMatchObject({ code: 0 })
    expect(JSON.parse((await gazette('token', 'list', '--json')).stdout).tokens).toMatchObject([{ id: made.id, state: 'revoked' }])
    expect(await gazette('token', 'revoke', 'nosuch')).toMatchObject({ code: 1, stderr: expect.stringContaining('no token nosuch') })
  })

  it('pins until the end of a day, tells what is pinned, and what an inspection would find', async () => {
    const { gazette } = await setUp(engine)
    const { articleId } = JSON.parse((await gazette('import', sample, '--json')).stdout).items[0]
    const pinned = await gazette('pin', articleId, '--highlight', '--until', '2099-12-31', '--json')
    expect(JSON.parse(pinned.stdout)).toEqual({
      id: articleId,
      channel: 'zhengwuzixun/zonghexinwen',
      highlighted: true,
      until: '2100-01-01T00:00:00+08:00',
    })
    const { pins } = JSON.parse((await gazette('pins', '--json')).stdout)
    expect(pins).toMatchObject([{ id: articleId, channel: 'zhengwuzixun/zonghexinwen', position: 1, isShown: true }])
    // The only article there is is years old.
    const inspected = await gazette('inspect', '--json')
    expect([inspected.code, JSON.parse(inspected.stdout).home.state]).toEqual([1, 'overdue'])
  })

  it('says that the search index is damaged and how to repair it, and repairs it', async () => {
    const { gazette, directory, store, databaseUrl } = await setUp(engine)
    await gazette('import', sample)
    await gazette('reindex')
    const index = openSearchIndex(store, join(directory, 'search'), databaseUrl)
    onTestFinished(() => index.close())
    damageIndex(index.path, null)
    const damaged = await gazette('verify')
    expect([damaged.code, damaged.stdout]).toEqual([1, expect.stringMatching(/请运行 gazette reindex .*damaged, run gazette reindex/)])
    expect(await gazette('reindex', '--json')).toMatchObject({ code: 0, stdout: expect.stringContaining('"articles": 1') })
    expect(await gazette('verify')).toMatchObject({ code: 0, stdout: expect.stringContaining('sound') })
  })

  it('names every failed item, imports the rest and ends with code 1', async () => {
    const { gazette, directory } = await setUp(engine)
    await writeFile(join(directory, 'empty.html'), '')
    const { code, stdout } = await gazette('import', join(directory, 'empty.html'), sample)
    expect(code).toBe(1)
    expect(stdout).toMatch(/失败 failed {2}empty\.html {2}文件是空的/)
    expect(stdout).toMatch(/新建 1 {2}更新 0 {2}未变 0 {2}失败 1/)
  })
})

describe('gazette', () => {
  const setUpFolder = async () => {
    const directory = await mkdtemp(join(tmpdir(), 'gazette-cli-'))
    onTestFinished(() => rm(directory, { recursive: true }))
    return directory
  }

  it.each([
    [['import']],
    [['import', 'x', '--channel', 'Not A Path']],
    [['publish']],
    [['nonsense']],
    [['token', 'create', '--role', 'reader', '--name', 'x', '--expires', 'soon']],
    [['import', 'x', '--no-such-option']],
    [['pin', 'x', '--home', '--channel', 'zwzx']],
    [['pin', 'x', '--until', 'tomorrow']],
  ])('ends with code 2 for the wrong call %j and says what is wrong', async (args) => {
    const directory = await setUpFolder()
    const { code, stderr } = await run(args, { DATABASE_URL: `file:${join(directory, 'gazette.db')}` })
    expect(code).toBe(2)
    expect(stderr).toContain('error:')
  })

  it('names a variable with a wrong value and ends with code 1', async () => {
    const { code, stderr } = await run(['migrate'], { TIME_ZONE: 'Mars/Olympus' })
    expect(code).toBe(1)
    expect(stderr).toBe('TIME_ZONE: must be an IANA time zone such as Asia/Shanghai\n')
  })

  it('explains itself and ends with code 0 when asked for help', async () => {
    const { code, stdout } = await run(['--help'], {})
    expect(code).toBe(0)
    for (const command of ['import', 'publish', 'withdraw', 'remove', 'migrate']) expect(stdout).toContain(command)
  })
})
