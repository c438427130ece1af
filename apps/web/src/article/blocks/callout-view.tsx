import type { Block } from '@gazette/schema/block'
import { words } from '../../site/words.ts'
import { Spans } from './spans.tsx'

/** A passage set apart. */
export const CalloutView = ({ block }: { block: Extract<Block, { type: 'callout' }> }) => (
  <div className={`callout callout-${block.tone}`} role="note">
    <p className="callout-title">{block.title ?? words.callout[block.tone]}</p>
    <p>
      <Spans spans={block.spans} />
    </p>
  </div>
)
