/** One size and encoding an image can be had in. */
export type ImageVariant = {
  /** Last part of its address, for example `w640.avif`. */
  name: string
  format: VariantFormat
  mimeType: string
  width: number
  height: number
}

export type VariantFormat = 'avif' | 'webp' | 'jpeg'

const widths = [320, 640, 960, 1280, 1920]
const widthMaximum = 1920

// GIF and WebP may move, and of these only WebP can; the rest may stand still in the smallest encoding.
const formatsByType: Readonly<Record<string, readonly VariantFormat[]>> = {
  'image/jpeg': ['avif', 'webp', 'jpeg'],
  'image/tiff': ['avif', 'webp', 'jpeg'],
  'image/png': ['avif', 'webp'],
  'image/avif': ['avif', 'webp'],
  'image/gif': ['webp'],
  'image/webp': ['webp'],
}

/** Image types with frames that follow each other. */
export const mayMove = (mimeType: string): boolean => mimeType === 'image/gif' || mimeType === 'image/webp'

type Original = {
  kind: string
  mimeType: string
  width: number | null
  height: number | null
  dominantColor: string | null
  path: string | null
}

/**
 * Every variant of an image we keep, smallest first; nothing else is ever made. None is wider than the original, and the
 * widest is as wide as the original or 1920 pixels. Files of other publishers have none: we fetch nothing on demand. Nor
 * has one that could not be read when it was stored, as its missing colour tells.
 */
export const imageVariants = ({ kind, mimeType, width, height, dominantColor, path }: Original): ImageVariant[] => {
  const formats = kind === 'image' && path !== null ? formatsByType[mimeType] : undefined
  if (!formats || !width || !height || dominantColor === null) return []
  const full = Math.min(width, widthMaximum)
  return [...widths.filter((step) => step < full), full].flatMap((step) =>
    formats.map((format) => ({
      name: `w${step}.${format === 'jpeg' ? 'jpg' : format}`,
      format,
      mimeType: `image/${format}`,
      width: step,
      height: Math.max(1, Math.round((height * step) / width)),
    })),
  )
}
