import type { Block } from '@gazette/schema/block'
import { Spans } from './spans.tsx'

/** A paragraph; its indent is presentation. */
export const ParagraphView = ({ block }: { block: Extract<Block, { type: 'paragraph' }> }) => (
  <p>
    <Spans spans={block.spans} />
  </p>
)
