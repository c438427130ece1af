import type { Media } from '@gazette/schema/media'

const modernTypes = ['image/avif', 'image/webp']

const sourceSet = (media: Media, mimeType: string): string =>
  media.variants
    .filter((variant) => variant.mimeType === mimeType)
    .sort((a, b) => a.width - b.width)
    .map((variant) => `${variant.url} ${variant.width}w`)
    .join(', ')

/**
 * An image in the smallest encoding and size the browser can use. Width and height reserve its place, so nothing moves when it arrives.
 * `sizes` follows the layout; only the image the page opens with is `eager`.
 */
export const Picture = ({ media, alt, sizes, eager = false }: { media: Media; alt: string; sizes: string; eager?: boolean }) => {
  const fallbackSet = sourceSet(media, media.mimeType)
  return (
    <picture>
      {modernTypes
        .filter((mimeType) => mimeType !== media.mimeType && sourceSet(media, mimeType))
        .map((mimeType) => (
          <source key={mimeType} type={mimeType} srcSet={sourceSet(media, mimeType)} sizes={sizes} />
        ))}
      <img
        src={media.url}
        srcSet={fallbackSet || undefined}
        sizes={fallbackSet ? sizes : undefined}
        width={media.width ?? undefined}
        height={media.height ?? undefined}
        alt={alt}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : undefined}
        decoding="async"
      />
    </picture>
  )
}
