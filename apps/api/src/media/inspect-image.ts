import sharp from 'sharp'
import { openImage } from './open-image.ts'

/** What an image looks like: pixels as shown (upright), how its bytes are turned (Exif 1..8), its dominant colour as `#rrggbb`. */
export type ImageFacts = { width: number; height: number; orientation: number; dominantColor: string }

const sampleSize = 64

const toHex = (value: number): string => value.toString(16).padStart(2, '0')

const readDominantColor = async (bytes: Uint8Array): Promise<string> => {
  const { data, info } = await openImage(bytes)
    .resize({ width: sampleSize, height: sampleSize, fit: 'inside' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { dominant } = await sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } }).stats()
  return `#${toHex(dominant.r)}${toHex(dominant.g)}${toHex(dominant.b)}`
}

/**
 * Looks at an image; null when it is damaged, has too many pixels or is none we read.
 * @param knownColor spares decoding it when somebody has said already what its dominant colour is
 */
export const inspectImage = async (bytes: Uint8Array, knownColor: string | null): Promise<ImageFacts | null> => {
  try {
    const { autoOrient, orientation = 1 } = await openImage(bytes).metadata()
    return { ...autoOrient, orientation, dominantColor: knownColor ?? (await readDominantColor(bytes)) }
  } catch {
    return null
  }
}
