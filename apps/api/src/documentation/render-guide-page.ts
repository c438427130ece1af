import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import markdownIt from 'markdown-it'
import { escapeHtml } from '../rendering/escape-html.ts'
import type { Guide } from './guides.ts'

const style = readFileSync(new URL('guide.css', import.meta.url), 'utf8')

/** A page of words: nothing but its own style may be loaded, and nothing runs. */
export const guideSecurityPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const toId = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

const createRenderer = () => {
  const renderer = markdownIt({ html: false, linkify: false })
  renderer.renderer.rules['heading_open'] = (tokens, index) => {
    const token = tokens[index]
    return `<${token?.tag} id="${escapeHtml(toId(tokens[index + 1]?.content ?? ''))}">`
  }
  // Wide tables and code scroll by themselves, with the keyboard too.
  renderer.renderer.rules['table_open'] = () => '<div class="scroll" tabindex="0" role="group" aria-label="表格 Table"><table>\n'
  renderer.renderer.rules['table_close'] = () => '</table></div>\n'
  renderer.renderer.rules['fence'] = (tokens, index) => {
    const { content = '', info = '' } = tokens[index] ?? {}
    const name = { sh: 'curl', ts: 'TypeScript', python: 'Python' }[info] ?? '代码 Code'
    return `<pre tabindex="0" role="group" aria-label="${name}"><code>${escapeHtml(content)}</code></pre>\n`
  }
  // In their folder and as Markdown, guides name one another by file; as pages, by address.
  renderer.renderer.rules['link_open'] = (tokens, index, options, _environment, self) => {
    const href = String(tokens[index]?.attrGet('href') ?? '')
    if (/^[a-z-]+\.md$/.test(href)) tokens[index]?.attrSet('href', href.replace(/\.md$/, ''))
    return self.renderToken(tokens, index, options)
  }
  return renderer
}
const renderer = createRenderer()

const renderNavigation = (guides: readonly Guide[], current: string): string =>
  guides
    .map(
      ({ name, title }) =>
        `<li><a href="/docs/guides/${name}"${name === current ? ' aria-current="page"' : ''}>${escapeHtml(title.split(' · ', 1)[0] ?? title)}</a></li>`,
    )
    .join('\n')

const renderPage = (guides: readonly Guide[], { name, title, markdown }: Guide, source: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Gazette</title>
<link rel="alternate" type="text/markdown" href="${source}">
<style>${style}</style>
</head>
<body>
<header>
<a href="/docs">接口文档 API reference</a>
<nav aria-label="指南 Guides"><ul>
${renderNavigation(guides, name)}
</ul></nav>
</header>
<main>
${renderer.render(markdown)}</main>
<footer><a href="${source}">Markdown</a> · <a href="/llms.txt">llms.txt</a> · <a href="/openapi.json">OpenAPI 3.1</a></footer>
</body>
</html>
`

/** One guide as a page without scripts, the way to the others above it. */
export const renderGuidePage = (guides: readonly Guide[], guide: Guide): string =>
  renderPage(guides, guide, `/docs/guides/${guide.name}.md`)

const indexMarkdown = (guides: readonly Guide[]): string =>
  `# 开发指南 · Guides for developers\n\n${guides.map(({ name, title }) => `- [${title}](/docs/guides/${name})`).join('\n')}\n`

/** The list of all guides as a page. */
export const renderGuideIndex = (guides: readonly Guide[]): string =>
  renderPage(guides, { name: '', title: '开发指南 · Guides', markdown: indexMarkdown(guides) }, '/llms.txt')
