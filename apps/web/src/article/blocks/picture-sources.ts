import type { Media } from '@gazette/schema/media'

/** Wide enough for a screen of the usual density; nobody is sent a photographer's original because their browser is old. */
const fallbackWidthMaximum = 1280

/** The sizes of one encoding as `srcset` takes them, narrowest first; empty when there are none. */
export const toSourceSet = (variants: Media['variants'], mimeType: string): string =>
  variants
    .filter((variant) => variant.mimeType === mimeType)
    .toSorted((a, b) => a.width - b.width)
    .map(({ url, width }) => `${url} ${width}w`)
    .join(', ')

/** What browsers show that know neither AVIF nor WebP: JPEG in sizes where there are any, else the file itself. */
export const chooseFallback = ({ url, variants }: Media): { src: string; sourceSet: string } => {
  const widest = variants
    .filter(({ mimeType, width }) => mimeType === 'image/jpeg' && width <= fallbackWidthMaximum)
    .toSorted((a, b) => b.width - a.width)[0]
  return { src: widest?.url ?? url, sourceSet: toSourceSet(variants, 'image/jpeg') }
}

/** Nine places are fine enough for a crop, and few enough for a style sheet: style attributes are forbidden (CSP). */
const thirds = ['start', 'middle', 'end'] as const
const thirdOf = (fraction: number): (typeof thirds)[number] => thirds[Math.min(2, Math.floor(fraction * 3))] ?? 'middle'

/** The class that keeps a focal point in view when an image is cropped; null without one, or when it is the middle. */
export const focusClass = (point: Media['focalPoint']): string | null => {
  if (!point) return null
  const name = `focus-${thirdOf(point.x)}-${thirdOf(point.y)}`
  return name === 'focus-middle-middle' ? null : name
}
