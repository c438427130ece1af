import { describe, expect, it } from 'vitest'
import { imageVariants } from './image-variants.ts'

const original = { kind: 'image', mimeType: 'image/jpeg', width: 1600, height: 1000, dominantColor: '#808080', path: 'a/b.jpg' }
const names = (overrides: Partial<Parameters<typeof imageVariants>[0]> = {}) =>
  imageVariants({ ...original, ...overrides }).map(({ name }) => name)

describe('imageVariants', () => {
  it('offers AVIF, WebP and JPEG of a photograph in every step below its width, and in its width', () => {
    expect(names()).toEqual([320, 640, 960, 1280, 1600].flatMap((width) => [`w${width}.avif`, `w${width}.webp`, `w${width}.jpg`]))
  })

  it('never offers a width above 1920 or above the original', () => {
    expect(names({ width: 6000, height: 4000 }).at(-1)).toBe('w1920.jpg')
    expect(names({ width: 200, height: 100 })).toEqual(['w200.avif', 'w200.webp', 'w200.jpg'])
    expect(names({ width: 640 })).not.toContain('w960.avif')
  })

  it('keeps the proportions, with at least one pixel', () => {
    expect(imageVariants(original)[0]).toMatchObject({ width: 320, height: 200 })
    expect(imageVariants({ ...original, width: 1900, height: 2 })[0]).toMatchObject({ width: 320, height: 1 })
  })

  it('offers only WebP of what may move', () => {
    expect(names({ mimeType: 'image/gif', width: 320 })).toEqual(['w320.webp'])
    expect(names({ mimeType: 'image/webp', width: 320 })).toEqual(['w320.webp'])
  })

  it('offers nothing of files that are no raster image, damaged, or kept by somebody else', () => {
    expect(names({ mimeType: 'image/svg+xml' })).toEqual([])
    expect(names({ kind: 'file' })).toEqual([])
    expect(names({ dominantColor: null })).toEqual([])
    expect(names({ path: null })).toEqual([])
  })
})
