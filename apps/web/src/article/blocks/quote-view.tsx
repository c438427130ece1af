import type { Block } from '@gazette/schema/block'
import { hasLines, Spans } from './spans.tsx'

/** A quotation and, below it, who said it. */
export const QuoteView = ({ block }: { block: Extract<Block, { type: 'quote' }> }) => (
  <figure className="quote">
    <blockquote>
      <p className={hasLines(block.spans) ? 'lines' : undefined}>
        <Spans spans={block.spans} />
      </p>
    </blockquote>
    {block.attribution && <figcaption>{block.attribution}</figcaption>}
  </figure>
)
