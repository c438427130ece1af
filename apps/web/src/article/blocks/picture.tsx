import type { Media } from '@gazette/schema/media'
import { chooseFallback, focusClass, toSourceSet } from './picture-sources.ts'

const modernTypes = ['image/avif', 'image/webp']

/**
 * An image in the smallest encoding and size the browser can use. Width and height reserve its place, so nothing moves when it
 * arrives; until then its main colour is there. Where the style sheet crops it, its focal point stays visible.
 * `sizes` follows the layout; `isLead` marks the one image a page opens with.
 */
export const Picture = ({ media, alt, sizes, isLead = false }: { media: Media; alt: string; sizes: string; isLead?: boolean }) => {
  const { src, sourceSet } = chooseFallback(media)
  const isSized = media.width !== null && media.height !== null
  const classes = [isSized ? '' : 'unsized', focusClass(media.focalPoint)].filter(Boolean).join(' ')
  return (
    <picture>
      {modernTypes.map((mimeType) => {
        const set = toSourceSet(media.variants, mimeType)
        return set && <source key={mimeType} type={mimeType} srcSet={set} sizes={sizes} />
      })}
      <img
        src={src}
        srcSet={sourceSet || undefined}
        sizes={sourceSet ? sizes : undefined}
        width={media.width ?? undefined}
        height={media.height ?? undefined}
        alt={alt}
        className={classes || undefined}
        data-color={media.dominantColor ?? undefined}
        loading={isLead ? undefined : 'lazy'}
        fetchPriority={isLead ? 'high' : undefined}
        decoding={isLead ? undefined : 'async'}
      />
    </picture>
  )
}
