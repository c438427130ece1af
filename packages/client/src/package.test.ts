import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFakeApi } from '../testing/fake-api.ts'
import { createForeignProject, type ForeignProject } from '../testing/foreign-project.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const snippets = [...readme.matchAll(/```ts\n(.*?)```/gs)].flatMap(([, code]) => (code === undefined ? [] : [code]))

const program = (load: string): string => `${load}
const main = async () => {
  const client = createGazetteClient({ apiUrl: process.argv[2] })
  const ids = []
  for await (const { id } of client.articles.iterate()) ids.push(id)
  const gone = await client.articles.get('x').catch((error) => error instanceof ProblemError && error.code)
  console.log(JSON.stringify({ ids, gone, known: isKnownBlock({ type: 'paragraph' }) }))
}
main()
`

describe('the packed package, in an empty project of somebody else', { timeout: 60_000 }, () => {
  let project: ForeignProject

  beforeAll(async () => {
    project = await createForeignProject()
  }, 120_000)

  afterAll(async () => {
    await project[Symbol.asyncDispose]()
  })

  it('holds what is needed and nothing else', () => {
    const others = project.packedFiles.filter((path) => !/^dist\/(esm|cjs)\/.+\.(js|d\.ts)$/.test(path))
    expect(others.toSorted()).toEqual(['README.md', 'dist/cjs/package.json', 'package.json'])
    expect(project.packedFiles.filter((path) => /test|fake/.test(path))).toEqual([])
  })

  it('depends on nothing', async () => {
    const manifest = JSON.parse(await project.read('node_modules/@gazette/client/package.json'))
    expect(manifest).not.toHaveProperty('dependencies')
    expect(manifest).not.toHaveProperty('peerDependencies')
    for (const path of project.packedFiles.filter((one) => /\.(js|d\.ts)$/.test(one))) {
      const text = await project.read(`node_modules/@gazette/client/${path}`)
      const loaded = [...text.matchAll(/(?:from |require\(|import\()['"]([^'"]+)/g)].map(([, specifier]) => specifier)
      for (const specifier of loaded) expect(specifier).toMatch(/^\.\.?\/.*\.js$/)
    }
  })

  it('runs the same as ES module and as CommonJS', async () => {
    await using api = await startFakeApi(({ url }) =>
      url.pathname === '/v1/articles'
        ? {
            body: {
              data: [{ id: url.searchParams.get('cursor') ?? 'first' }],
              page: { next: url.searchParams.has('cursor') ? null : 'second' },
            },
          }
        : { status: 410, body: { code: 'article-removed', status: 410, detail: '' } },
    )
    const names = '{ createGazetteClient, isKnownBlock, ProblemError }'
    await project.write('program.mjs', program(`import ${names} from '@gazette/client'`))
    await project.write('program.cjs', program(`const ${names} = require('@gazette/client')`))
    const expected = { ids: ['first', 'second'], gone: 'article-removed', known: true }
    for (const file of ['program.mjs', 'program.cjs']) expect(JSON.parse(await project.runNode(file, api.url))).toEqual(expected)
  })

  it('type-checks strictly with every snippet of its README, as ES module, as CommonJS and for a bundler', async () => {
    expect(snippets.length).toBeGreaterThan(3)
    const files = snippets.map((_, index) => `snippet-${index}.mts`)
    for (const [index, code] of snippets.entries()) await project.write(`snippet-${index}.mts`, code)
    await project.write(
      'use.cts',
      "import gazette = require('@gazette/client')\nexport const client: gazette.GazetteClient = gazette.createGazetteClient({ apiUrl: '' })\n",
    )
    await project.checkTypes('nodenext', ...files, 'use.cts')
    await project.checkTypes('esnext', ...files)
  })

  it('refuses wrong use, so that the types mean something', async () => {
    const wrong = [
      "client.articles.list({ chanel: 'x' })",
      "client.articles.list({ fields: ['titel'] })",
      "client.articles.get('a', { body: 'pdf' })",
      "client.articles.get('a', { body: 'html' }).then(({ body }) => body.map(String))",
      "client.articles.list({ fields: ['title'] }).then(({ data }) => data[0]?.summary)",
      "client.articles.get('a').then(({ body }) => body.map((block) => block.type === 'paragraph' && block.caption))",
    ]
    const head = "import { createGazetteClient } from '@gazette/client'\nconst client = createGazetteClient({ apiUrl: '' })\n"
    await project.write('wrong.mts', head + wrong.join('\n'))
    const failure = await project.checkTypes('nodenext', 'wrong.mts').catch((error: { stdout: string }) => error.stdout)
    const lines = new Set([...String(failure).matchAll(/wrong\.mts\((\d+),/g)].map(([, line]) => Number(line) - 2))
    expect([...lines].toSorted()).toEqual([1, 2, 3, 4, 5, 6])
  })
})
