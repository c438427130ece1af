import sharp from 'sharp'

const photograph = (width: number, height: number) => {
  // A white field with a red corner at the top left, so that a turned picture is told from an upright one.
  const corner = { input: { create: { width: width / 2, height: height / 2, channels: 3, background: '#ff0000' } } } as const
  return sharp({ create: { width, height, channels: 3, background: '#ffffff' } }).composite([{ ...corner, left: 0, top: 0 }])
}

const location = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 2/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '120/1 52/1 0/1' } }
const camera = { IFD0: { Make: 'SecretCamera', Copyright: 'SecretOwner' } }

/** A JPEG that knows where it was taken, by whom and with what, and how it is turned (Exif 1..8). */
export const jpegWithExif = (orientation = 1, width = 640, height = 400): Promise<Buffer> =>
  photograph(width, height)
    .withExif({ ...camera, ...location })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer()

export const pngWithExif = (): Promise<Buffer> =>
  photograph(640, 400)
    .withExif({ ...camera, ...location })
    .png()
    .toBuffer()

export const webpWithExif = (orientation = 1): Promise<Buffer> =>
  photograph(640, 400)
    .withExif({ ...camera, ...location })
    .withMetadata({ orientation })
    .webp()
    .toBuffer()

export const cmykJpeg = (): Promise<Buffer> => photograph(640, 400).toColourspace('cmyk').jpeg().toBuffer()

/** Two frames, red and then blue. */
export const movingGif = async (width = 400, height = 200): Promise<Buffer> => {
  const frame = (background: string) =>
    sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer()
  return sharp([await frame('#ff0000'), await frame('#0000ff')], { join: { animated: true } })
    .gif({ delay: [100, 100], loop: 0 })
    .toBuffer()
}

export const svgWithScript = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"><script>alert(1)</script><rect width="640" height="400"/></svg>',
)

/** Red, green and blue of the pixel at fractions of width and height. */
export const pixelAt = async (bytes: Uint8Array, x: number, y: number): Promise<number[]> => {
  const { data, info } = await sharp(bytes).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const start = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
  return [...data.subarray(start, start + 3)]
}
