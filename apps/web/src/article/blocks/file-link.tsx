import type { Media } from '@gazette/schema/media'
import { formatBytes, formatFileType } from '../../site/format-file.ts'
import { words } from '../../site/words.ts'

/** A document to download, with its type and size before the reader decides. */
export const FileLink = ({ media, title }: { media: Media; title: string }) => (
  <a className="file" href={media.url} download={media.fileName}>
    <span className="file-type">{formatFileType(media)}</span>
    <span className="file-title">{title}</span>
    <span className="file-size">{media.bytes === null ? words.download : formatBytes(media.bytes)}</span>
  </a>
)
