import sharp, { type Sharp } from 'sharp'

/** 100 megapixels, all frames together: more than any camera of a newsroom, far less than what fills the memory. */
const pixelsMaximum = 100_000_000
const timeoutSeconds = 30

// Whatever a file says it is, only these decoders ever see it: no SVG, PDF or document of any kind is interpreted.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadNsgif',
    'VipsForeignLoadHeif',
    'VipsForeignLoadTiff',
  ],
})
// One thread an image: how many images are worked on at once is decided elsewhere.
sharp.concurrency(1)
sharp.cache(false)

/** Opens a raster image, upright, whatever its bytes are called. Damage and floods of pixels are errors, never half a picture. */
export const openImage = (bytes: Uint8Array, { animated = false } = {}): Sharp =>
  sharp(bytes, { limitInputPixels: pixelsMaximum, failOn: 'truncated', animated, autoOrient: !animated }).timeout({
    seconds: timeoutSeconds,
  })
