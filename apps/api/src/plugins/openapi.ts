import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { stringify } from 'yaml'
import type { Answers } from './answers.ts'
import { toPublicDocument } from './openapi-document.ts'
import { readExampleAnswers } from './openapi-examples.ts'

const description = `
公共机构新闻内容的开放接口：文章、栏目、变更记录。读取无需密钥；令牌可提高配额。

The open API to the news of a public institution: articles, channels and the change log. Reading needs no key; a token raises the quota.

- 列表用 \`cursor\` 翻页，不重复、不遗漏。Lists are paged by \`cursor\`: nothing repeats, nothing is skipped.
- 每个回答都带强 \`ETag\`，再次请求可得 304。Every answer has a strong \`ETag\`; ask again and get a 304.
- 错误统一为 \`application/problem+json\`（RFC 9457），\`code\` 稳定。Errors are RFC 9457 problems with stable codes.
- 枚举值和区块类型会增加，请忽略不认识的。Values of enumerations and types of blocks may be added: skip those you do not know.
`

const tags = [
  { name: 'Articles', description: '文章 · Articles' },
  { name: 'Search', description: '搜索 · Search' },
  { name: 'Facets', description: '主题、作者、来源 · Subjects, authors, sources' },
  { name: 'Channels', description: '栏目 · Channels' },
  { name: 'Addresses', description: '地址 · Addresses' },
  { name: 'Changes', description: '变更 · Changes' },
  { name: 'Feeds', description: '订阅与站点地图 · Feeds and sitemaps' },
  { name: 'Site', description: '网站 · The site' },
  { name: 'Errors', description: '错误 · Problems' },
  { name: 'Health', description: '运行状况 · Health' },
]

const tokenScheme = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'gzt_…',
  description:
    '运维人员发放的令牌（`gazette token create`）。读取公开内容无需令牌，有令牌则配额更高。A token an operator gave you. What is public can be read without one; with it the quota is higher.',
} as const

export type OpenApiOptions = { version: string; apiUrl: string; siteUrl: string }

// On plain http the API is tried out by whatever address the machine has: the document's own is right from everywhere.
const serverOf = (apiUrl: string) =>
  apiUrl.startsWith('https:')
    ? { url: apiUrl, description: '正式接口 Production', 'x-internal': false }
    : { url: '/', description: '本机 This server', 'x-internal': false }

/** The description of the API. Register it before the routes. */
export const registerOpenApi = async (app: FastifyInstance, { version, apiUrl, siteUrl }: OpenApiOptions): Promise<void> => {
  const examples = readExampleAnswers()
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Gazette',
        version,
        summary: '公共机构新闻内容的开放接口 The open API to the news of a public institution',
        description,
        contact: { name: '开发者 Developers', url: `${siteUrl}/developers` },
        license: { name: 'MIT', identifier: 'MIT' },
        // Names this API in catalogues, whatever its address; and says for whom it is.
        ...{ 'x-api-id': 'gazette-reading-api', 'x-audience': 'external-public' },
      },
      externalDocs: { description: '使用指南 Guides', url: apiUrl.startsWith('https:') ? `${apiUrl}/docs/guides` : '/docs/guides' },
      servers: [serverOf(apiUrl)],
      // Everybody may read; with a token under a higher quota.
      security: [{}, { token: [] }],
      components: { securitySchemes: { token: tokenScheme } },
      tags,
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => toPublicDocument(jsonSchemaTransformObject(document), examples),
  })
}

/** `/openapi.json` and `/openapi.yaml`. */
export const registerOpenApiDocuments = (app: FastifyInstance, answers: Answers): void => {
  const register = (path: string, contentType: string, render: (document: object) => string): void => {
    app.get(path, { schema: { hide: true } }, (request, reply) =>
      answers.sendDocument(request, reply, async () => ({
        body: render(app.swagger()),
        contentType,
        dependencies: [],
        headers: { 'cache-control': 'public, max-age=300' },
      })),
    )
  }
  register('/openapi.json', 'application/json; charset=utf-8', (document) => JSON.stringify(document))
  register('/openapi.yaml', 'application/yaml; charset=utf-8', (document) => stringify(document, { aliasDuplicateObjects: false }))
}
