import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findProgram } from '@gazette/config/scripts/find-program.ts'
import { expect } from '@playwright/test'
import { z } from 'zod'
import { pageKinds } from './harness/page-kinds.ts'
import { readExample } from './harness/read-example.ts'
import { test } from './harness/test.ts'

const java = findProgram(['java'])
const checker = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build', 'dist', 'vnu.jar')
const Report = z.object({
  messages: z.array(z.object({ type: z.string(), url: z.string(), message: z.string(), extract: z.string().optional() })),
})
const situations = [
  'all-inline-marks',
  'nested-list',
  'audio',
  'embed',
  'callouts',
  'quote-with-attribution',
  'title-with-markup-characters',
  'corrected-with-change-notes',
]

/** The checker is a Java program. Where there is no Java the promise is not tested, and is not counted as kept. */
if (java === null) process.stderr.write('没有 Java，未检查页面标记 no Java: the markup of pages is not checked\n')
else
  test('every kind of page is without error for the Nu HTML checker', async ({ request }) => {
    test.setTimeout(120_000)
    const folder = await mkdtemp(join(tmpdir(), 'gazette-pages-'))
    try {
      const paths = [...pageKinds.map(([, path]) => path), ...situations.map((situation) => `/articles/${readExample(situation).id}`)]
      for (const [number, path] of paths.entries()) await writeFile(join(folder, `${number}.html`), await (await request.get(path)).text())
      const { stdout } = spawnSync(java, ['-jar', checker, '--errors-only', '--format', 'json', '--stdout', folder], { encoding: 'utf8' })
      const { messages } = Report.parse(JSON.parse(stdout))
      expect(
        messages.map(({ url, message, extract }) => `${paths[Number(/(\d+)\.html$/.exec(url)?.[1])]}: ${message} ${extract ?? ''}`),
      ).toEqual([])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
