import { get } from 'node:http'

/** The bytes of a page as they are sent: `fetch` would have taken them out of their compression. */
export const readPage = (url: string, acceptEncoding: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': acceptEncoding } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => resolve(Buffer.concat(chunks)))
    }).once('error', reject)
  })
