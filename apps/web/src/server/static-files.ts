import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import type { MadeAnswer } from '@gazette/byte-cache/ready-answer'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/speculationrules+json',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
}

const forEver = 'public, max-age=31536000, immutable'
const forADay = 'public, max-age=86400'

const toAnswer = (file: string, cacheControl: string): MadeAnswer => ({
  status: 200,
  headers: { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'cache-control': cacheControl },
  body: readFileSync(file),
  dependencies: [],
})

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/**
 * Every file the site gives out as it is, read once at start: style sheets by their hashed names, the script, the icons.
 * Next's own scripts are not among them: no page asks for them (decision 0005).
 */
export const readStaticFiles = (folders: {
  nextStatic: string
  publicFiles: string
  robots: string
  enhancement: { address: string; file: string }
}): ReadonlyMap<string, MadeAnswer> => {
  const hashed = listFiles(folders.nextStatic)
    .filter((file) => extname(file) === '.css')
    .map((file): [string, MadeAnswer] => [`/_next/static/${relative(folders.nextStatic, file)}`, toAnswer(file, forEver)])
  const plain = listFiles(folders.publicFiles).map((file): [string, MadeAnswer] => [
    `/${relative(folders.publicFiles, file)}`,
    toAnswer(file, forADay),
  ])
  const robots: MadeAnswer = {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': forADay },
    body: folders.robots,
    dependencies: [],
  }
  return new Map([...hashed, ...plain, ['/robots.txt', robots], [folders.enhancement.address, toAnswer(folders.enhancement.file, forEver)]])
}
