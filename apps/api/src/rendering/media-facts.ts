import type { Media } from '@gazette/schema/media'

/** Size for people, in powers of 1024, for example `1.2 MB`. */
export const formatBytes = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`
  const units = ['KB', 'MB', 'GB', 'TB']
  const power = Math.min(Math.floor(Math.log2(bytes) / 10), units.length)
  const value = bytes / 1024 ** power
  return `${value < 10 ? value.toFixed(1).replace(/\.0$/, '') : Math.round(value)} ${units[power - 1]}`
}

/** Kind and size of a file as a reader wants to know them before a download, for example `PDF，1.2 MB`; may be empty. */
export const describeFile = ({ fileName, bytes }: Pick<Media, 'fileName' | 'bytes'>): string => {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toUpperCase()
  return [extension, bytes === null ? undefined : formatBytes(bytes)].filter((part) => part !== undefined).join('，')
}

/** Caption and credit on one line; empty when there is neither. */
export const describeFigure = ({ caption, credit }: { caption: string | null; credit: string | null }): string =>
  [caption, credit].filter((part) => part !== null && part !== '').join(' ')
