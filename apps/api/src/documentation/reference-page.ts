import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const folder = new URL('static/', `file://${createRequire(import.meta.url).resolve('@fastify/swagger-ui')}`)

const script = 'text/javascript; charset=utf-8'

// Swagger UI sets style attributes from script; what is tried out may be at another address.
const contentSecurityPolicy =
  "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; img-src 'self' data:; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src *"

const page = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gazette 接口文档 · API</title>
<link rel="stylesheet" href="/docs/static/swagger-ui.css">
<link rel="stylesheet" href="/docs/static/index.css">
<link rel="icon" type="image/png" href="/docs/static/favicon-32x32.png" sizes="32x32">
<link rel="icon" type="image/png" href="/docs/static/favicon-16x16.png" sizes="16x16">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/static/swagger-ui-bundle.js"></script>
<script src="/docs/static/start.js"></script>
</body>
</html>
`

const start = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  displayRequestDuration: true,
  tryItOutEnabled: true,
  validatorUrl: null,
})
`

/** A document the reference is made of. The files are large: they are read when somebody asks for them. */
export type ReferenceDocument = { path: string; contentType: string; read(): string | Buffer; headers?: Record<string, string> }

const file = (name: string, contentType: string): ReferenceDocument => ({
  path: `/docs/static/${name}`,
  contentType,
  read: () => readFileSync(new URL(name, folder)),
})

/**
 * Swagger UI at `/docs`. Its files are those of `@fastify/swagger-ui`, since Swagger's own package has a part that reports home;
 * the plugin itself would send them without a validator, and compressed anew each time or not at all.
 */
export const referenceDocuments: readonly ReferenceDocument[] = [
  ...['/docs', '/docs/'].map((path) => ({
    path,
    contentType: 'text/html; charset=utf-8',
    read: () => page,
    headers: { 'content-security-policy': contentSecurityPolicy },
  })),
  { path: '/docs/static/start.js', contentType: script, read: () => start },
  file('swagger-ui-bundle.js', script),
  file('swagger-ui.css', 'text/css; charset=utf-8'),
  file('index.css', 'text/css; charset=utf-8'),
  file('favicon-32x32.png', 'image/png'),
  file('favicon-16x16.png', 'image/png'),
]
