import type { Block } from '@gazette/schema/block'
import type { ArticleWords } from '../article-words.ts'
import { hasLines, Spans } from './spans.tsx'

/** A passage set apart. */
export const CalloutView = ({ block, labels }: { block: Extract<Block, { type: 'callout' }>; labels: ArticleWords['callout'] }) => (
  <div className={`callout callout-${block.tone}`} role="note">
    <p className="callout-title">{block.title ?? labels[block.tone]}</p>
    <p className={hasLines(block.spans) ? 'lines' : undefined}>
      <Spans spans={block.spans} />
    </p>
  </div>
)
