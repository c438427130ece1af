import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it, onTestFinished } from 'vitest'
import { createEncodeProcess, DamagedImage } from './encode-process.ts'
import { jpegWithExif } from './testing-images.ts'

const setUp = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gazette-encode-'))
  const encoder = createEncodeProcess({ idleMs: 1 })
  onTestFinished(async () => {
    encoder.stop()
    await rm(folder, { recursive: true })
  })
  const originalPath = join(folder, 'original.jpg')
  await writeFile(originalPath, await jpegWithExif())
  const variant = { name: 'w320.webp', format: 'webp', mimeType: 'image/webp', width: 320, height: 200 } as const
  const job = (name: string) => ({ originalPath, mimeType: 'image/jpeg', variant, path: join(folder, name) })
  return { folder, encoder, job }
}

it('makes variants, again after it was idle', async () => {
  const { encoder, job } = await setUp()
  for (const name of ['first.webp', 'second.webp']) {
    await encoder.encode(job(name))
    expect(await sharp(job(name).path).metadata()).toMatchObject({ format: 'webp', width: 320 })
    encoder.stop()
  }
})

it('tells damage from faults of ours, and leaves no half file', async () => {
  const { folder, encoder, job } = await setUp()
  await expect(encoder.encode({ ...job('a.webp'), originalPath: join(folder, 'nowhere.jpg') })).rejects.not.toBeInstanceOf(DamagedImage)
  await writeFile(join(folder, 'broken.jpg'), 'no picture')
  await expect(encoder.encode({ ...job('b.webp'), originalPath: join(folder, 'broken.jpg') })).rejects.toBeInstanceOf(DamagedImage)
  expect((await readdir(folder)).sort()).toEqual(['broken.jpg', 'original.jpg'])
})
