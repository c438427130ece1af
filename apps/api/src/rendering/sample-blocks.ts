import type { Block } from '@gazette/schema/block'
import type { Media } from '@gazette/schema/media'
import type { Span } from '@gazette/schema/span'

/** Spans of plain text. */
export const text = (value: string): Span[] => [{ text: value }]

/** A file for tests; every field can be replaced. */
export const media = (fields: Partial<Media> = {}): Media => ({
  id: 'm1',
  kind: 'image',
  url: 'https://example.org/media/m1.jpg',
  fileName: 'm1.jpg',
  mimeType: 'image/jpeg',
  bytes: 2048,
  width: 800,
  height: 600,
  durationSeconds: null,
  dominantColor: null,
  focalPoint: null,
  variants: [],
  ...fields,
})

/** One block of every type, for tests of renderings. */
export const sampleBlocks = {
  paragraph: {
    type: 'paragraph',
    id: 'p1',
    spans: [
      { text: '会议指出，' },
      { text: '深入', marks: ['strong'] },
      { text: '学习', marks: ['strong', 'emphasis'], href: 'https://example.org/a?b=1&c=2' },
      { text: 'GDP', language: 'en' },
      { text: '增长\n换行' },
    ],
  },
  heading: { type: 'heading', id: 'h1', level: 2, spans: text('一、总体要求') },
  list: {
    type: 'list',
    id: 'l1',
    ordered: true,
    items: [
      { spans: text('第一'), items: [{ spans: text('其一'), items: [] }] },
      { spans: text('第二'), items: [] },
    ],
  },
  quote: { type: 'quote', id: 'q1', spans: text('绿水青山就是金山银山。'), attribution: '《人民日报》' },
  table: {
    type: 'table',
    id: 't1',
    caption: '表1 参会名单',
    headerRows: 1,
    headerColumns: 1,
    rows: [
      [
        { spans: text('界别'), columnSpan: 1, rowSpan: 1 },
        { spans: text('姓名'), columnSpan: 2, rowSpan: 1 },
      ],
      [
        { spans: text('经济'), columnSpan: 1, rowSpan: 2 },
        { spans: text('甲|乙'), columnSpan: 1, rowSpan: 1 },
        { spans: text('丙\n丁'), columnSpan: 1, rowSpan: 1 },
      ],
      [{ spans: text('戊'), columnSpan: 2, rowSpan: 1 }],
    ],
  },
  image: { type: 'image', id: 'i1', media: media(), alt: '会场', caption: '会议现场', credit: '王某 摄' },
  gallery: {
    type: 'gallery',
    id: 'g1',
    caption: '组图',
    items: [
      { media: media(), alt: '一', caption: '图一', credit: null },
      { media: media({ url: 'https://example.org/media/m2.jpg' }), alt: '二', caption: null, credit: null },
    ],
  },
  video: {
    type: 'video',
    id: 'v1',
    media: media({ kind: 'video', url: 'https://example.org/v.mp4', fileName: 'v.mp4', mimeType: 'video/mp4' }),
    poster: media(),
    caption: '视频报道',
    transcript: '第一句\n第二句',
  },
  audio: {
    type: 'audio',
    id: 'a1',
    media: media({ kind: 'audio', url: 'https://example.org/a.mp3', fileName: 'a.mp3', mimeType: 'audio/mpeg', width: null, height: null }),
    caption: null,
    transcript: null,
  },
  file: {
    type: 'file',
    id: 'f1',
    media: media({ kind: 'file', url: 'https://example.org/f.pdf', fileName: '名单.pdf', mimeType: 'application/pdf', bytes: 1_258_291 }),
    title: '委员名单',
  },
  embed: { type: 'embed', id: 'e1', url: 'https://video.example.com/1', title: '直播回放', provider: '某平台' },
  callout: { type: 'callout', id: 'c1', tone: 'warning', title: '提示', spans: text('报名已截止。') },
  divider: { type: 'divider', id: 'd1' },
} as const satisfies { readonly [T in Block['type']]: Extract<Block, { type: T }> }
