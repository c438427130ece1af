import type { Media } from '@gazette/schema/media'

/** `1.2 MB`; `bytes` are counted by 1,024 as file managers do. */
export const formatBytes = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** `PDF`: the ending of the name, else the second half of the media type. */
export const formatFileType = ({ fileName, mimeType }: Pick<Media, 'fileName' | 'mimeType'>): string => {
  const ending = /\.([0-9a-z]{1,5})$/i.exec(fileName)?.[1]
  return (ending ?? mimeType.split('/')[1] ?? mimeType).toUpperCase()
}
