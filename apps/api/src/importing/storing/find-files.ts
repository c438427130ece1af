import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative } from 'node:path'

/** A file to import. `name` is how people know it: relative to what was named. `root` bounds the files it may show. */
export type FoundFile = { path: string; name: string; root: string }

// What lies beside saved pages and is never a page itself.
const besidePages = new Set(
  '.avif .bmp .css .csv .doc .docx .eot .gif .gz .ico .jpeg .jpg .js .json .map .mp3 .mp4 .otf .pdf .png .ppt .pptx .rar .svg .swf .ttf .wav .webm .webp .woff .woff2 .xls .xlsx .zip'.split(
    ' ',
  ),
)

const isPage = (name: string): boolean => !name.startsWith('.') && !besidePages.has(extname(name).toLowerCase())

const findBelow = async (folder: string, root: string): Promise<FoundFile[]> => {
  const entries = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const found: FoundFile[] = []
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && !entry.name.startsWith('.') && !entry.name.endsWith('_files')) found.push(...(await findBelow(path, root)))
    else if (entry.isFile() && isPage(entry.name)) found.push({ path, name: relative(root, path), root })
  }
  return found
}

/** The files that the named files and folders stand for. A named file is always one of them; what does not exist fails when it is read. */
export const findFiles = async (paths: readonly string[]): Promise<FoundFile[]> => {
  const found: FoundFile[] = []
  for (const path of paths) {
    const entry = await stat(path).catch(() => null)
    if (entry?.isDirectory()) found.push(...(await findBelow(path, path)))
    else found.push({ path, name: basename(path), root: dirname(path) })
  }
  return found
}
