import type { Block } from '@gazette/schema/block'
import { FigureCaption } from './figure-caption.tsx'
import { Transcript } from './transcript.tsx'

/** A recording that starts only when asked to, with its transcript. */
export const AudioView = ({ block }: { block: Extract<Block, { type: 'audio' }> }) => (
  <div className="recording">
    <figure className="audio">
      <FigureCaption caption={block.caption} />
      <audio controls preload="none" src={block.media.url} aria-label={block.caption ?? undefined} />
    </figure>
    <Transcript text={block.transcript} />
  </div>
)
