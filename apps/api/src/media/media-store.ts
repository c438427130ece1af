import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import type { Media } from '@gazette/schema/media'
import { and, eq } from 'drizzle-orm'
import { createId } from '../create-id.ts'
import type { Writing } from '../publishing/article-writer.ts'

/** A file to keep. */
export type NewFile = Pick<Media, 'kind' | 'fileName' | 'mimeType'> &
  Partial<Pick<Media, 'width' | 'height' | 'durationSeconds' | 'dominantColor' | 'focalPoint'>> & { id?: string }

const exists = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

// The name on disk is the hash: no name from outside ever becomes a path, and equal files are kept once.
const storagePath = (sha256: string, fileName: string): string => {
  const extension = /^\.[a-z0-9]{1,8}$/.exec(extname(fileName).toLowerCase())?.[0] ?? ''
  return join(sha256.slice(0, 2), `${sha256}${extension}`)
}

const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  if (await exists(path)) return
  await mkdir(dirname(path), { recursive: true })
  // Renamed into place, so that nobody ever reads half a file.
  const temporary = `${path}.${randomUUID()}.part`
  await writeFile(temporary, bytes, { flush: true })
  await rename(temporary, path)
}

const columns = (file: NewFile) => ({
  kind: file.kind,
  fileName: file.fileName,
  mimeType: file.mimeType,
  width: file.width ?? null,
  height: file.height ?? null,
  durationMilliseconds: file.durationSeconds == null ? null : Math.round(file.durationSeconds * 1000),
  dominantColor: file.dominantColor ?? null,
  focalPoint: file.focalPoint ? JSON.stringify(file.focalPoint) : null,
})

/**
 * Keeps a file and its record; the same bytes under the same name are the same file.
 * @param directory where the bytes go; null for a rehearsal that writes none
 * @returns its id
 */
export const storeFile = async (
  { tables: { media }, db, now }: Writing,
  directory: string | null,
  file: NewFile,
  bytes: Uint8Array,
): Promise<string> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = await db
    .select({ id: media.id })
    .from(media)
    .where(and(eq(media.sha256, sha256), eq(media.fileName, file.fileName)))
  if (known[0]) return known[0].id
  const path = storagePath(sha256, file.fileName)
  if (directory !== null) await writeWhole(join(directory, path), bytes)
  const id = file.id ?? createId(now)
  await db.insert(media).values({ ...columns(file), id, bytes: bytes.byteLength, path, sha256, createdAt: now })
  return id
}

/** Records a file that its publisher keeps; the same address is the same file. @returns its id */
export const recordRemoteFile = async ({ tables: { media }, db, now }: Writing, file: NewFile, remoteUrl: string): Promise<string> => {
  const known = await db.select({ id: media.id }).from(media).where(eq(media.remoteUrl, remoteUrl))
  if (known[0]) return known[0].id
  const id = file.id ?? createId(now)
  await db.insert(media).values({ ...columns(file), id, bytes: null, remoteUrl, createdAt: now })
  return id
}
