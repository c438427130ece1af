import { spawnSync } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findProgram } from '@gazette/config/scripts/find-program.ts'
import { ensureSystemProgram, chromium as system } from '@gazette/config/scripts/system-programs.ts'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { importSeedArticle } from '../e2e/harness/import-seed-article.ts'
import { pageKinds } from '../e2e/harness/page-kinds.ts'
import { readExample } from '../e2e/harness/read-example.ts'
import { startGazette } from '../e2e/harness/start-gazette.ts'
import { chromiumArguments } from './chromium-arguments.ts'

/** Pictures of every kind of page in every way of looking at it, and a page that shows them all: `quality/results/gallery`. */
const folder = join(import.meta.dirname, 'results', 'gallery')
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
const desktop = { viewport: { width: 1440, height: 1000 } }
const looks: readonly (readonly [name: string, options: BrowserContextOptions, preferences: string])[] = [
  ['phone', phone, ''],
  ['desktop', desktop, ''],
  ['dark', { ...desktop, colorScheme: 'dark' }, ''],
  ['elder', phone, 'mode:elder'],
  ['narrow', { ...phone, viewport: { width: 360, height: 740 } }, ''],
  ['wide', { viewport: { width: 3840, height: 2160 } }, ''],
  ['contrast', desktop, 'scheme:contrast'],
  ['yellow', desktop, 'scheme:yellow'],
  ['forced', { ...desktop, forcedColors: 'active' }, ''],
]

type Picture = { kind: string; look: string; file: string }

const toName = (text: string): string => text.replaceAll(/\W+/g, '-')

/** Images wait until a reader comes near; a picture of the whole page wants them all. */
const showImages = (page: Page): Promise<void> =>
  page.locator('img').evaluateAll(async (images) => {
    for (const image of images as HTMLImageElement[]) image.loading = 'eager'
    await Promise.allSettled((images as HTMLImageElement[]).map((image) => image.decode()))
  })

/** The first sheet as a picture, where the machine can make one. */
const print = async (page: Page, kind: string): Promise<Picture[]> => {
  const pdf = join(folder, `${toName(kind)}-print.pdf`)
  await page.pdf({ path: pdf, preferCSSPageSize: true })
  const pdftoppm = findProgram(['pdftoppm'])
  if (pdftoppm === null) return []
  spawnSync(pdftoppm, ['-png', '-r', '60', '-f', '1', '-l', '1', '-singlefile', pdf, pdf.replace(/\.pdf$/, '')])
  return [{ kind, look: 'print', file: `${toName(kind)}-print.png` }]
}

const look = async (
  browser: Browser,
  siteUrl: string,
  kinds: readonly (readonly [string, string])[],
  [name, options, preferences]: (typeof looks)[number],
) => {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: siteUrl,
    reducedMotion: 'reduce',
    ...options,
  })
  if (preferences !== '') await context.addCookies([{ name: 'reading', value: preferences, url: siteUrl }])
  const page = await context.newPage()
  const pictures: Picture[] = []
  for (const [kind, path] of kinds) {
    await page.goto(path, { waitUntil: 'networkidle' })
    await showImages(page)
    const file = `${toName(kind)}-${name}.png`
    await page.screenshot({ path: join(folder, file), fullPage: true })
    pictures.push({ kind, look: name, file })
    if (name === 'desktop') pictures.push(...(await print(page, kind)))
  }
  await context.close()
  return pictures
}

const toIndex = (pictures: readonly Picture[]): string => {
  const kinds = [...new Set(pictures.map(({ kind }) => kind))]
  const row = (kind: string) =>
    `<h2>${kind}</h2><div>${pictures
      .filter((picture) => picture.kind === kind)
      .map(({ look: name, file }) => `<a href="${file}"><img src="${file}" alt="${kind}, ${name}" loading="lazy"><br>${name}</a>`)
      .join('')}</div>`
  return `<!doctype html><html lang="zh-Hans-CN"><meta charset="utf-8"><title>页面画廊 Gallery</title><style>body{font:16px sans-serif;margin:2rem}div{display:flex;gap:1rem;align-items:start;overflow-x:auto}img{width:18rem;max-height:32rem;object-fit:cover;object-position:top;border:1px solid #aaa}</style>${kinds.map(row).join('')}</html>\n`
}

await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
const gazette = await startGazette()
const browser = await chromium.launch({ executablePath: ensureSystemProgram(system), args: chromiumArguments })
try {
  const kinds = [
    ...pageKinds,
    ['old article', `/articles/${readExample('old-article').id}`],
    ['seed article', await importSeedArticle(gazette)],
  ].map(([kind = '', path = '']) => [`${kind}`, `${path}`] as const)
  const pictures: Picture[] = []
  for (const each of looks) pictures.push(...(await look(browser, gazette.siteUrl, kinds, each)))
  await writeFile(join(folder, 'index.html'), toIndex(pictures))
  process.stdout.write(`${pictures.length} 幅 pictures: ${join(folder, 'index.html')}\n`)
} finally {
  await browser.close()
  await gazette.stop()
}
