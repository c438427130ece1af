import { createHash } from 'node:crypto'
import { extname, join } from 'node:path'
import type { Media } from '@gazette/schema/media'
import { createId } from '../create-id.ts'
import { and, eq } from '../database/drizzle.ts'
import type { Writing } from '../publishing/article-writer.ts'
import { inspectImage } from './inspect-image.ts'
import { stripMetadata } from './strip-metadata.ts'
import { writeWhole } from './write-whole.ts'

/** A file to keep. */
export type NewFile = Pick<Media, 'kind' | 'fileName' | 'mimeType'> &
  Partial<Pick<Media, 'width' | 'height' | 'durationSeconds' | 'dominantColor' | 'focalPoint'>> & { id?: string }

// The name on disk is the hash: no name from outside ever becomes a path, and equal files are kept once.
const storagePath = (sha256: string, fileName: string): string => {
  const extension = /^\.[a-z0-9]{1,8}$/.exec(extname(fileName).toLowerCase())?.[0] ?? ''
  return join(sha256.slice(0, 2), `${sha256}${extension}`)
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

/** A picture as it may be shown to everyone, with the facts nobody has given yet. */
const prepare = async (file: NewFile, bytes: Uint8Array): Promise<{ file: NewFile; bytes: Uint8Array }> => {
  if (file.kind !== 'image') return { file, bytes }
  const facts = await inspectImage(bytes, file.dominantColor ?? null)
  const shown = stripMetadata(bytes, facts?.orientation ?? 1)
  if (!facts) return { file, bytes: shown }
  const { width, height, dominantColor } = facts
  return {
    file: { ...file, width: file.width ?? width, height: file.height ?? height, dominantColor: file.dominantColor ?? dominantColor },
    bytes: shown,
  }
}

/**
 * Keeps a file and its record, pictures without the place and time they were taken; the same bytes under the same name are
 * the same file.
 * @param directory where the bytes go; null for a rehearsal that writes none
 * @returns its id
 */
export const storeFile = async (
  { tables: { media }, db, now }: Writing,
  directory: string | null,
  given: NewFile,
  givenBytes: Uint8Array,
): Promise<string> => {
  const { file, bytes } = await prepare(given, givenBytes)
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
