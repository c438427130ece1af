import type { Guide } from './guides.ts'

/** What a language model should know of first (llmstxt.org): what this is, and where the rest stands as Markdown. */
export const renderLlmsText = (guides: readonly Guide[], { apiUrl, siteUrl }: { apiUrl: string; siteUrl: string }): string => `# Gazette

> The open API to the news of a public institution: articles as typed blocks, channels, search, feeds and a change log without gaps. Reading needs no key. Mostly Chinese (zh-Hans-CN). 公共机构新闻内容的开放接口，读取无需密钥。

- Base address: ${apiUrl} (operations below \`/v1\`). The site for readers: ${siteUrl}
- Lists: follow \`links.next\`; unknown parameters are refused with 400.
- Errors: RFC 9457 problems; programs read \`code\`.
- Every answer has a strong ETag; send \`If-None-Match\`.
- To keep a copy: \`/v1/export/articles.ndjson\` once, then \`/v1/changes\` for ever.
- Skip types of blocks and fields you do not know: they are added without notice.

## Guides

${guides.map(({ name, title }) => `- [${title}](${apiUrl}/docs/guides/${name}.md)`).join('\n')}

## Reference

- [OpenAPI 3.1](${apiUrl}/openapi.json): every operation with real examples
- [OpenAPI 3.1 as YAML](${apiUrl}/openapi.yaml)
- [Error catalogue](${apiUrl}/v1/problems)

## Optional

- [Swagger UI](${apiUrl}/docs): for people, to try operations out
`
