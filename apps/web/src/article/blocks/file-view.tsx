import type { Block } from '@gazette/schema/block'
import { FileLink } from './file-link.tsx'

/** A document inside the text. */
export const FileView = ({ block }: { block: Extract<Block, { type: 'file' }> }) => (
  <div className="file-block">
    <FileLink media={block.media} title={block.title} />
  </div>
)
