import type { Media } from '@gazette/schema/media'
import { describe, expect, it } from 'vitest'
import { render } from '../../testing/markup.ts'
import { Picture } from './picture.tsx'

const variant = (width: number, type: string) => ({
  url: `https://api.example.org/media/m1/w${width}.${type}`,
  mimeType: `image/${type}`,
  width,
  height: width / 2,
})
const media: Media = {
  id: 'm1',
  kind: 'image',
  url: 'https://api.example.org/media/m1/bridge.jpg',
  fileName: 'bridge.jpg',
  mimeType: 'image/jpeg',
  bytes: 9_000_000,
  width: 6000,
  height: 3000,
  durationSeconds: null,
  dominantColor: '#336699',
  focalPoint: { x: 0.1, y: 0.5 },
  variants: [320, 1280, 1920].flatMap((width) => ['avif', 'webp', 'jpeg'].map((type) => variant(width, type))),
}

describe('Picture', () => {
  it('offers AVIF, then WebP, then JPEG, each in its sizes', () => {
    const markup = render(<Picture media={media} alt="桥" sizes="50vw" />)
    expect([...markup.matchAll(/type="(image\/\w+)"/g)].map(([, type]) => type)).toEqual(['image/avif', 'image/webp'])
    expect(markup).toContain('w320.avif 320w, https://api.example.org/media/m1/w1280.avif 1280w')
    expect(markup.match(/sizes="50vw"/g)).toHaveLength(3)
  })

  it('sends nobody the original where there are smaller ones', () => {
    expect(render(<Picture media={media} alt="" sizes="50vw" />)).toContain('src="https://api.example.org/media/m1/w1280.jpeg"')
    expect(render(<Picture media={{ ...media, variants: [] }} alt="" sizes="50vw" />)).toContain('/m1/bridge.jpg"')
  })

  it('keeps the place and the colour of what is to come', () => {
    const markup = render(<Picture media={media} alt="" sizes="50vw" />)
    expect(markup).toContain('width="6000" height="3000"')
    expect(markup).toContain('data-color="#336699"')
    expect(render(<Picture media={{ ...media, width: null, height: null }} alt="" sizes="50vw" />)).toContain('class="unsized focus-')
  })

  it('keeps the focal point in view', () => {
    expect(render(<Picture media={media} alt="" sizes="50vw" />)).toContain('class="focus-start-middle"')
    expect(render(<Picture media={{ ...media, focalPoint: { x: 1, y: 1 } }} alt="" sizes="50vw" />)).toContain('focus-end-end')
    expect(render(<Picture media={{ ...media, focalPoint: null }} alt="" sizes="50vw" />)).not.toContain('focus-')
  })

  it('hurries only for the image the page opens with', () => {
    const lead = render(<Picture media={media} alt="" sizes="50vw" isLead />)
    expect(lead).toContain('fetchPriority="high"')
    expect(lead).not.toMatch(/loading=|decoding=/)
    expect(render(<Picture media={media} alt="" sizes="50vw" />)).toContain('loading="lazy"')
  })
})
