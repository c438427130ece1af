import Fastify from 'fastify'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import type { Tokens } from '../accounts/tokens.ts'
import { createAddresses } from '../addresses.ts'
import { DomainError } from '../errors.ts'
import { registerErrorHandler } from '../plugins/error-handler.ts'
import { Overloaded } from '../plugins/overloaded.ts'
import { registerPublicHeaders } from '../plugins/public-headers.ts'
import { createQuota } from '../plugins/quota.ts'
import { registerQuota } from '../plugins/register-quota.ts'
import { pinExamples } from '../sample-content/load-sample-content.ts'
import { buildTestApp, testApiUrl, testSiteUrl } from '../testing/build-test-app.ts'
import { type ExampleRequest, examplePlacement, exampleSituations } from './example-requests.ts'
import { recordExamples } from './record-examples.ts'

const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))) })

/** Problems a caller cannot provoke at will; the last because of those before it. */
const faults: readonly ExampleRequest[] = [
  { name: 'internal-error', summary: '服务器内部错误 A fault of ours', url: '/internal-error' },
  { name: 'service-unavailable', summary: '暂时不可用 Unavailable for now', url: '/service-unavailable' },
  { name: 'too-many-requests', summary: '超出配额 The quota is used up', url: '/too-many-requests' },
]

const noTokens: Tokens = { find: () => null, start: async () => undefined, stop: async () => undefined }

/** A server whose operations fail, with the very error handler and quota of the API. */
const listenFailing = async (): Promise<string> => {
  const app = Fastify({ genReqId: () => 'example-request' })
  registerPublicHeaders(app)
  // Enough for the faults before the last.
  const most = faults.length - 1
  registerQuota(app, createQuota({ clock: () => 0, limits: { anonymous: most, keyed: most } }), noTokens)
  registerErrorHandler(app, { addresses: createAddresses({ siteUrl: testSiteUrl, apiUrl: testApiUrl }) })
  app.get('/internal-error', async () => {
    throw new DomainError('internal-error')
  })
  app.get('/service-unavailable', async () => {
    throw new Overloaded()
  })
  onTestFinished(() => app.close())
  return app.listen({ host: '127.0.0.1', port: 0 })
}

describe('the examples of the OpenAPI document', () => {
  it('are what the API answers, for every operation (npm run openapi records them anew)', async () => {
    const { app, insertExamples, publishing } = await buildTestApp({ engine: 'sqlite' })
    await insertExamples(...exampleSituations)
    await publishing.write((writing) => pinExamples(writing, [examplePlacement]))
    const document = Document.parse((await app.inject('/openapi.json')).json())
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item))
    const origin = await app.listen({ host: '127.0.0.1', port: 0 })
    const examples = await recordExamples(
      origin,
      operations.map(({ operationId }) => operationId),
      { origin: await listenFailing(), faults },
    )
    for (const [operationId, answers] of Object.entries(examples.operations))
      expect(
        answers.map(({ status }) => status),
        `documentation/example-requests.ts asks ${operationId}`,
      ).toContain(200)
    await expect(`${JSON.stringify(examples, null, 2)}\n`).toMatchFileSnapshot('../../openapi/examples.json')
  })
})
