import type { Block } from '@gazette/schema/block'
import { FigureCaption } from './figure-caption.tsx'
import { Picture } from './picture.tsx'

/** An image with its caption and credit. */
export const ImageView = ({ block, isLead }: { block: Extract<Block, { type: 'image' }>; isLead: boolean }) => (
  <figure className="image">
    <Picture media={block.media} alt={block.alt} sizes="(min-width: 48rem) 45rem, 100vw" isLead={isLead} />
    <FigureCaption caption={block.caption} credit={block.credit} />
  </figure>
)
