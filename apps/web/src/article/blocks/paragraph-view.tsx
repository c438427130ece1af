import type { Block } from '@gazette/schema/block'
import { hasLines, Spans } from './spans.tsx'

/** A paragraph; its indent is presentation. One that has lines (verse, an address) stands in from the edge as a whole. */
export const ParagraphView = ({ block }: { block: Extract<Block, { type: 'paragraph' }> }) => (
  <p className={hasLines(block.spans) ? 'lines' : undefined}>
    <Spans spans={block.spans} />
  </p>
)
