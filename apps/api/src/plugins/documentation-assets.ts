import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import type { onRequestAsyncHookHandler } from 'fastify'
import type { Answers } from './answers.ts'

const folder = new URL('static/', `file://${createRequire(import.meta.url).resolve('@fastify/swagger-ui')}`)
const contentTypes: Record<string, string> = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' }
const names = new Set(['swagger-ui.css', 'index.css', 'swagger-ui-bundle.js', 'swagger-ui-standalone-preset.js'])

/**
 * Sends the large files of Swagger UI as ready answers: a megabyte and a half of script goes out compressed, once compressed,
 * with a strong validator. What it leaves is served by Swagger UI itself.
 */
export const sendDocumentationAsset =
  (answers: Answers): onRequestAsyncHookHandler =>
  async (request, reply) => {
    reply.header('cache-control', 'public, max-age=300')
    const name = /^\/docs\/static\/([\w.-]+)$/.exec(request.url)?.[1] ?? ''
    if (!names.has(name)) return
    await answers.sendDocument(request, reply, async () => ({
      body: readFileSync(new URL(name, folder), 'utf8'),
      contentType: contentTypes[extname(name)] ?? '',
      dependencies: [],
      headers: { 'cache-control': 'public, max-age=300' },
    }))
  }
