import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { stripMetadata } from './strip-metadata.ts'
import { cmykJpeg, jpegWithExif, pngWithExif, webpWithExif } from './testing-images.ts'

const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer()

describe('stripMetadata', () => {
  it.each([
    ['JPEG', () => jpegWithExif()],
    ['PNG', pngWithExif],
    ['WebP', () => webpWithExif()],
  ])('takes place, device and owner out of a %s and leaves every pixel', async (_name, make) => {
    const original = await make()
    expect(original.includes('SecretCamera')).toBe(true)
    const stripped = stripMetadata(original, 1)
    expect(Buffer.from(stripped).includes('Secret')).toBe(false)
    expect((await sharp(stripped).metadata()).exif).toBeUndefined()
    expect(await pixels(stripped)).toEqual(await pixels(original))
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('keeps how a JPEG is turned (%i)', async (orientation) => {
    const stripped = stripMetadata(await jpegWithExif(orientation), orientation)
    expect(Buffer.from(stripped).includes('Secret')).toBe(false)
    expect((await sharp(stripped).metadata()).orientation ?? 1).toBe(orientation)
  })

  it('keeps how a WebP is turned', async () => {
    const stripped = stripMetadata(await webpWithExif(6), 6)
    expect((await sharp(stripped).metadata()).orientation).toBe(6)
  })

  it('keeps the colour profile', async () => {
    const original = await sharp(await jpegWithExif())
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    expect((await sharp(stripMetadata(original, 1)).metadata()).icc).toEqual((await sharp(original).metadata()).icc)
  })

  it('keeps a CMYK picture what it is', async () => {
    const original = await cmykJpeg()
    expect(await pixels(stripMetadata(original, 1))).toEqual(await pixels(original))
  })

  it('cuts off what hides behind the end of a JPEG', async () => {
    const hidden = Buffer.concat([await jpegWithExif(), Buffer.from('hidden film with SecretPlace')])
    expect(Buffer.from(stripMetadata(hidden, 1)).includes('SecretPlace')).toBe(false)
  })

  it('is the same when it is done again', async () => {
    const once = stripMetadata(await jpegWithExif(6), 6)
    expect(stripMetadata(once, 6)).toEqual(once)
  })

  it('survives files that break off anywhere', async () => {
    for (const make of [jpegWithExif, pngWithExif, webpWithExif]) {
      const original = await make()
      for (let length = 0; length < original.length; length += 7) stripMetadata(original.subarray(0, length), 6)
    }
  })

  it('leaves other files alone', () => {
    const text = Buffer.from('plain text')
    expect(stripMetadata(text, 1)).toEqual(text)
  })
})
