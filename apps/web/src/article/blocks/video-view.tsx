import type { Block } from '@gazette/schema/block'
import { FigureCaption } from './figure-caption.tsx'
import { chooseFallback } from './picture-sources.ts'
import { Transcript } from './transcript.tsx'

/** A video that starts only when asked to, with its transcript. */
export const VideoView = ({ block }: { block: Extract<Block, { type: 'video' }> }) => (
  <div className="recording">
    <figure className="video">
      <video
        controls
        preload="none"
        playsInline
        src={block.media.url}
        poster={block.poster ? chooseFallback(block.poster).src : undefined}
        width={block.media.width ?? undefined}
        height={block.media.height ?? undefined}
        aria-label={block.caption ?? undefined}
      />
      <FigureCaption caption={block.caption} />
    </figure>
    <Transcript text={block.transcript} />
  </div>
)
