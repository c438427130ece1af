import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, relative, resolve, sep } from 'node:path'
import { recordRemoteFile, storeFile } from '../../media/media-store.ts'
import { openImage } from '../../media/open-image.ts'
import type { Writing } from '../../publishing/article-writer.ts'
import type { ParsedMedia } from '../parsed-article.ts'
import type { KeptMedia } from './replace-media.ts'
import { type StoringNote, storingNote } from './storing-notes.ts'

const fileBytesMaximum = 50 * 1024 * 1024

/** Where the files beside a page may be read from: nothing outside `root`. */
export type PagePlace = { pagePath: string; root: string }

const isInside = (path: string, root: string): boolean => {
  const way = relative(root, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`)
}

/** Bytes of a file saved beside the page; undefined when there is none, or none that may be read. */
const readBeside = async (address: string, place: PagePlace): Promise<Uint8Array | undefined> => {
  try {
    const wanted = placeOf(decodeURIComponent(address.replace(/[?#].*$/, '')), place)
    // A link inside the folder must not lead out of it either.
    const path = await realpath(wanted)
    if (!isInside(path, await realpath(place.root))) return undefined
    const { size } = await stat(path)
    return size <= fileBytesMaximum ? await readFile(path) : undefined
  } catch {
    return undefined
  }
}

type Measured = { width: number | null; height: number | null }

/** Pixel size as people see it (EXIF orientation applied); null for what is no image at all. */
const measureImage = async (bytes: Uint8Array): Promise<Measured | null> => {
  try {
    const { autoOrient } = await openImage(bytes).metadata()
    return { width: autoOrient.width, height: autoOrient.height }
  } catch {
    return null
  }
}

/** `mediaDirectory` is null in a rehearsal, which writes no bytes. */
export type KeepMediaOptions = { writing: Writing; mediaDirectory: string | null; place: PagePlace }

// A path from the root of the old site is looked for from the root of the imported folder.
const placeOf = (address: string, { pagePath, root }: PagePlace): string =>
  address.startsWith('/') ? resolve(root, `.${address}`) : resolve(dirname(pagePath), address)

const isWebAddress = (address: string): boolean => /^(https?:)?\/\//i.test(address)

const findBytes = async ({ bytes, foundUrl }: ParsedMedia, place: PagePlace): Promise<Uint8Array | undefined> => {
  if (bytes) return bytes
  return foundUrl === null || isWebAddress(foundUrl) ? undefined : readBeside(foundUrl, place)
}

const keepOne = async (
  { writing, mediaDirectory, place }: KeepMediaOptions,
  file: ParsedMedia,
): Promise<{ id?: string; note?: StoringNote }> => {
  const address = file.url ?? file.fileName
  const bytes = await findBytes(file, place)
  if (!bytes) {
    if (file.url === null || !/^https?:\/\//i.test(file.url)) return { note: storingNote('media-missing', address) }
    return { id: await recordRemoteFile(writing, file, file.url), note: storingNote('media-remote', address) }
  }
  if (file.kind !== 'image') return { id: await storeFile(writing, mediaDirectory, file, bytes) }
  const size = await measureImage(bytes)
  if (!size) return { note: storingNote('media-damaged', address) }
  return { id: await storeFile(writing, mediaDirectory, { ...file, ...size }, bytes) }
}

/** Keeps the files of a page: those that came with it as bytes, those saved beside it, and the addresses of the rest. */
export const keepMedia = async (
  options: KeepMediaOptions,
  files: readonly ParsedMedia[],
): Promise<{ kept: KeptMedia; notes: StoringNote[] }> => {
  const kept = new Map<string, string>()
  const notes: StoringNote[] = []
  for (const file of files) {
    const { id, note } = await keepOne(options, file)
    if (id !== undefined) kept.set(file.id, id)
    if (note) notes.push(note)
  }
  return { kept, notes }
}
