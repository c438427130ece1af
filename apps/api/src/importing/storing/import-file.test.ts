import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Article } from '@gazette/schema/article'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Dialect } from '../../database/store.ts'
import { articleContent } from '../../testing/article-factory.ts'
import { buildTestApp } from '../../testing/build-test-app.ts'
import { testEngines } from '../../testing/test-engines.ts'
import { findFiles } from './find-files.ts'
import { type ImportedItem, type ImportOptions, importFile } from './import-file.ts'

const sample = fileURLToPath(new URL('../../../fixtures/importing/shangyu-cppcc-2024-11-28.txt', import.meta.url))

const page = ({
  title = '市政协召开座谈会',
  date = '2026-10-08 09:30',
  body = '<p>会议听取了情况介绍。</p><p>会议强调，要抓好落实。</p>',
} = {}) => `<!doctype html>
<html><head><meta charset="utf-8"><title>${title}</title>
<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${date}"><meta name="ContentSource" content="市政协办公室">
<meta name="Url" content="https://old.example.gov.cn/art/2026/10/8/art_1_2.html"></head>
<body><div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwzx/">政务资讯</a> &gt; <a href="/zwzx/gzdt/">工作动态</a></div>
<h1>${title}</h1><div id="zoom">${body}</div></body></html>`

const setUp = async (engine: Dialect) => {
  const gazette = await buildTestApp({ engine })
  const { store, mediaDirectory, database, app } = gazette
  const folder = join(database.directory, 'pages')
  await mkdir(folder, { recursive: true })
  const base: ImportOptions = {
    store,
    clock: () => Date.parse('2026-11-20T09:00:00+08:00'),
    mediaDirectory,
    timeZone: 'Asia/Shanghai',
    format: 'auto',
    channelPath: null,
    publish: true,
    dryRun: false,
  }
  const importPath = async (path: string, options: Partial<ImportOptions> = {}): Promise<ImportedItem> => {
    const [file] = await findFiles([path])
    if (!file) throw new Error(`no file at ${path}`)
    return importFile({ ...base, ...options }, file)
  }
  const importText = async (text: string | Uint8Array, options: Partial<ImportOptions> = {}, name = 'page.html'): Promise<ImportedItem> => {
    await writeFile(join(folder, name), text)
    return importPath(join(folder, name), options)
  }
  const read = async (id: string | null) => Article.parse((await app.inject(`/v1/articles/${id}`)).json())
  return { ...gazette, folder, importPath, importText, read }
}

describe.each(testEngines)('importing a file on %s', (engine) => {
  it('makes the first real article what its readers knew', async () => {
    const { importPath, read } = await setUp(engine)
    const item = await importPath(sample)
    expect(item).toMatchObject({ outcome: 'created', status: 'published', channelPath: 'zwzx/zhxw' })
    const article = await read(item.articleId)
    expect(article).toMatchObject({
      fullTitle: '风雨同舟担使命 同心筑梦启征程——上虞政协事业高质量发展综述',
      publishedOn: '2024-11-28',
      publishedAt: '2024-11-28T00:00:00+08:00',
      publishedPrecision: 'day',
      authors: [{ name: '冯楠', role: null }],
      source: null,
    })
    expect(article.breadcrumbs.map(({ name }) => name)).toEqual(['首页', '政务资讯', '综合新闻'])
    const types = (Array.isArray(article.body) ? article.body : []).map(({ type }) => type)
    expect({
      paragraphs: types.filter((type) => type === 'paragraph').length,
      headings: types.filter((type) => type === 'heading').length,
    }).toEqual({ paragraphs: 17, headings: 3 })
  })

  it('changes nothing when the same page is imported again', async () => {
    const { importPath, app } = await setUp(engine)
    const first = await importPath(sample)
    const before = (await app.inject('/v1/changes?limit=100')).json().data
    const again = await importPath(sample)
    expect(again).toMatchObject({ outcome: 'unchanged', articleId: first.articleId })
    expect((await app.inject('/v1/changes?limit=100')).json().data).toEqual(before)
  })

  it('makes a changed page a new revision of the same article', async () => {
    const { importText, read } = await setUp(engine)
    const first = await importText(page())
    const second = await importText(page({ body: '<p>会议听取了情况介绍。</p><p>会议强调，要抓紧抓好落实。</p>' }))
    expect(second).toMatchObject({ outcome: 'updated', articleId: first.articleId })
    const article = await read(first.articleId)
    expect(article.revision).toBe(2)
    expect(JSON.stringify(article.body)).toContain('抓紧抓好')
  })

  it('keeps the old address, which leads to the article', async () => {
    const { importText, app, read } = await setUp(engine)
    const { articleId } = await importText(page())
    const resolution = (await app.inject('/v1/resolve?url=/art/2026/10/8/art_1_2.html')).json()
    expect(resolution).toMatchObject({ kind: 'redirect', articleId })
    expect((await read(articleId)).legacyUrls).toEqual(['https://old.example.gov.cn/art/2026/10/8/art_1_2.html'])
  })

  it('does not overwrite in public what an editor here has corrected since', async () => {
    const { importText, publishing, read } = await setUp(engine)
    const { articleId } = await importText(page())
    await publishing.correct(articleId ?? '', articleContent({ title: '本站更正的标题' }))
    const item = await importText(page({ title: '市政协召开座谈会（修订）' }))
    expect(item.outcome).toBe('updated')
    expect(item.report.map(({ code }) => code)).toContain('edited-since')
    expect((await read(articleId)).title).toBe('本站更正的标题')
  })

  it('leaves a removed article removed', async () => {
    const { importText, publishing, app } = await setUp(engine)
    const { articleId } = await importText(page())
    await publishing.remove(articleId ?? '', '内容有误')
    expect(await importText(page({ title: '市政协召开座谈会（修订）' }))).toMatchObject({ outcome: 'unchanged', status: 'removed' })
    expect((await app.inject(`/v1/articles/${articleId}`)).statusCode).toBe(410)
  })

  it('creates the channels of the trail that are missing, with pinyin paths, and says so', async () => {
    const { importText } = await setUp(engine)
    const item = await importText(page().replaceAll('工作动态', '街道风采'))
    expect(item.channelPath).toBe('zwzx/jiedaofengcai')
    expect(item.report).toContainEqual(expect.objectContaining({ code: 'channel-created', excerpt: 'zwzx/jiedaofengcai 街道风采' }))
  })

  it('puts the article into the channel that was asked for', async () => {
    const { importText } = await setUp(engine)
    expect(await importText(page(), { channelPath: 'wszl' })).toMatchObject({ channelPath: 'wszl' })
  })

  it('writes nothing at all in a dry run, and tells the same', async () => {
    const { importText, app, mediaDirectory, folder } = await setUp(engine)
    await writeFile(
      join(folder, 'a.png'),
      await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a00' } })
        .png()
        .toBuffer(),
    )
    const before = {
      changes: (await app.inject('/v1/changes?limit=100')).json().data,
      files: await readdir(mediaDirectory, { recursive: true }),
    }
    const item = await importText(page({ body: '<p>正文一段。</p><p><img src="a.png" alt="会场"></p>' }), { dryRun: true })
    expect(item).toMatchObject({ outcome: 'created', title: '市政协召开座谈会' })
    expect({
      changes: (await app.inject('/v1/changes?limit=100')).json().data,
      files: await readdir(mediaDirectory, { recursive: true }),
    }).toEqual(before)
    expect((await app.inject(`/v1/articles/${item.articleId}`)).statusCode).toBe(404)
  })

  it('keeps an article without a date as a draft instead of inventing one', async () => {
    const { importText, app } = await setUp(engine)
    const item = await importText(page({ date: '' }).replace(/<meta name="Url"[^>]*>/, ''))
    expect(item).toMatchObject({ outcome: 'created', status: 'draft' })
    expect(item.report.map(({ code }) => code)).toEqual(expect.arrayContaining(['no-date', 'kept-as-draft']))
    expect((await app.inject(`/v1/articles/${item.articleId}`)).statusCode).toBe(404)
  })

  it('keeps images that lie beside the page, with their size, and records the others by their address', async () => {
    const { importText, app, read, folder } = await setUp(engine)
    await writeFile(
      join(folder, 'a.png'),
      await sharp({ create: { width: 640, height: 480, channels: 3, background: '#a00' } })
        .png()
        .toBuffer(),
    )
    const body =
      '<p>正文一段，文字足够长，以便识别为正文内容。</p><p><img src="a.png" alt="会场"></p><p>再一段。</p><p><img src="https://img.example.gov.cn/b.jpg" alt="合影"></p>'
    const { articleId, report } = await importText(page({ body }))
    const { body: blocks } = await read(articleId)
    const images = (Array.isArray(blocks) ? blocks : []).flatMap((block) => (block.type === 'image' ? [block.media] : []))
    expect(images).toMatchObject([
      { fileName: 'a.png', width: 640, height: 480 },
      { url: 'https://img.example.gov.cn/b.jpg', bytes: null },
    ])
    expect(report.map(({ code }) => code)).toContain('media-remote')
    const bytes = await app.inject(new URL(images[0]?.url ?? '').pathname)
    expect([bytes.statusCode, bytes.headers['content-type']]).toEqual([200, 'image/png'])
  })

  it('never reads a file outside the imported folder', async () => {
    const { importText, read, database } = await setUp(engine)
    await writeFile(
      join(database.directory, 'secret.png'),
      await sharp({ create: { width: 4, height: 4, channels: 3, background: '#000' } })
        .png()
        .toBuffer(),
    )
    const body = '<p>正文一段，文字足够长，以便识别为正文内容。</p><p><img src="../secret.png" alt="机密" width="600" height="400"></p>'
    const { articleId } = await importText(page({ body }).replace(/<meta name="Url"[^>]*>/, ''))
    expect(JSON.stringify((await read(articleId)).body)).not.toContain('secret.png')
  })

  it.each([
    ['an empty file', new Uint8Array(), 'empty-file'],
    ['a binary file', new Uint8Array(4096).map((_, index) => (index * 37) % 256), 'not-text'],
    ['a page without text', '<html><body><script>x()</script></body></html>', 'no-content'],
    ['a page nested beyond reason', `<html><body>${'<div>'.repeat(200_000)}x`, 'too-complex'],
  ])('makes %s one failed item with a clear reason', async (_name, bytes, code) => {
    const { importText } = await setUp(engine)
    expect(await importText(bytes)).toMatchObject({ outcome: 'failed', error: { code } })
  })

  it('makes a file over 20 MB and a file that is not there failed items', async () => {
    const { importText, importPath, folder } = await setUp(engine)
    expect(await importText(Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))).toMatchObject({
      outcome: 'failed',
      error: { code: 'file-too-large' },
    })
    expect(await importPath(join(folder, 'nothing.html'))).toMatchObject({ outcome: 'failed', error: { code: 'unreadable-file' } })
  })
})
