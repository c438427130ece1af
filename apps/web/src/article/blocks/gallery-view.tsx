import type { Block } from '@gazette/schema/block'
import { FigureCaption } from './figure-caption.tsx'
import { Picture } from './picture.tsx'

/** Images that belong together, each with its own words, all visible at once. */
export const GalleryView = ({ block }: { block: Extract<Block, { type: 'gallery' }> }) => (
  <figure className="gallery">
    <ul>
      {block.items.map((item, index) => (
        <li key={`${index}:${item.media.id}`}>
          <figure>
            <a href={item.media.url}>
              <Picture media={item.media} alt={item.alt} sizes="(min-width: 48rem) 22rem, (min-width: 34rem) 50vw, 100vw" />
            </a>
            <FigureCaption caption={item.caption} credit={item.credit} />
          </figure>
        </li>
      ))}
    </ul>
    <FigureCaption caption={block.caption} />
  </figure>
)
