import { z } from 'zod'
import { Media, MediaReference } from './media.ts'
import { LinkTarget, Span, type Span as SpanType } from './span.ts'

const blockId = z
  .string()
  .regex(/^[0-9a-z]{1,26}$/)
  .describe('Stable within the article: it survives edits of other blocks.')
const spans = z.array(Span)
const caption = z.string().nullable()

/** One entry of a list, with the entries below it. */
export type ListItem = { spans: SpanType[]; items: ListItem[] }
export const ListItem: z.ZodType<ListItem> = z
  .object({
    spans,
    get items() {
      return z.array(ListItem)
    },
  })
  .meta({ id: 'ListItem', description: 'One entry of a list, with the entries below it.' })

/** One cell of a table. */
export const TableCell = z
  .object({
    spans,
    columnSpan: z.int().min(1).max(1000),
    rowSpan: z.int().min(1).max(65_534),
  })
  .meta({ id: 'TableCell', description: 'One cell of a table; a cell covered by a span is absent.' })
export type TableCell = z.infer<typeof TableCell>

export const ParagraphBlock = z
  .object({ type: z.literal('paragraph'), id: blockId, spans })
  .meta({ id: 'ParagraphBlock', description: 'A paragraph. Indents are presentation and never part of the text.' })
export const HeadingBlock = z
  .object({ type: z.literal('heading'), id: blockId, level: z.int().min(2).max(4), spans })
  .meta({ id: 'HeadingBlock', description: 'A section heading; level 1 is the title of the article.' })
export const ListBlock = z
  .object({ type: z.literal('list'), id: blockId, ordered: z.boolean(), items: z.array(ListItem) })
  .meta({ id: 'ListBlock', description: 'A list, numbered when `ordered`.' })
export const QuoteBlock = z
  .object({ type: z.literal('quote'), id: blockId, spans, attribution: z.string().nullable() })
  .meta({ id: 'QuoteBlock', description: 'A quotation with the one who said it.' })
export const TableBlock = z
  .object({
    type: z.literal('table'),
    id: blockId,
    caption,
    headerRows: z.int().min(0),
    headerColumns: z.int().min(0),
    rows: z.array(z.array(TableCell)),
  })
  .meta({ id: 'TableBlock', description: 'A table; the first `headerRows` rows and `headerColumns` columns are headers.' })
export const EmbedBlock = z
  .object({ type: z.literal('embed'), id: blockId, url: LinkTarget, title: z.string(), provider: z.string().nullable() })
  .meta({ id: 'EmbedBlock', description: 'Content of another site, to be shown as a link unless the reader allows it.' })
export const CalloutBlock = z
  .object({ type: z.literal('callout'), id: blockId, tone: z.enum(['note', 'important', 'warning']), title: z.string().nullable(), spans })
  .meta({ id: 'CalloutBlock', description: 'A passage set apart.' })
export const DividerBlock = z
  .object({ type: z.literal('divider'), id: blockId })
  .meta({ id: 'DividerBlock', description: 'A break between passages.' })

// Media is embedded when read and referenced when stored; everything else of a block is the same.
// `prefix` keeps the component names of both families apart.
const mediaBlocks = <M extends z.ZodType>(media: M, prefix: '' | 'Stored') => {
  const figure = z
    .object({
      media,
      alt: z.string().describe('Text for those who do not see the image; empty only for decoration.'),
      caption,
      credit: z.string().nullable(),
    })
    .meta({ id: `${prefix}Figure`, description: 'An image with its text alternative, caption and credit.' })
  return [
    z
      .object({ type: z.literal('image'), id: blockId, ...figure.shape })
      .meta({ id: `${prefix}ImageBlock`, description: 'An image with its text alternative, caption and credit.' }),
    z
      .object({ type: z.literal('gallery'), id: blockId, caption, items: z.array(figure) })
      .meta({ id: `${prefix}GalleryBlock`, description: 'Images that belong together.' }),
    z
      .object({ type: z.literal('video'), id: blockId, media, poster: media.nullable(), caption, transcript: z.string().nullable() })
      .meta({ id: `${prefix}VideoBlock`, description: 'A video with its transcript.' }),
    z
      .object({ type: z.literal('audio'), id: blockId, media, caption, transcript: z.string().nullable() })
      .meta({ id: `${prefix}AudioBlock`, description: 'A recording with its transcript.' }),
    z
      .object({ type: z.literal('file'), id: blockId, media, title: z.string() })
      .meta({ id: `${prefix}FileBlock`, description: 'A document to download.' }),
  ] as const
}

const plainBlocks = [ParagraphBlock, HeadingBlock, ListBlock, QuoteBlock, TableBlock, EmbedBlock, CalloutBlock, DividerBlock] as const

/** One piece of an article's body, discriminated by `type`. Consumers may meet types added later and skip them. */
export const Block = z
  .discriminatedUnion('type', [...plainBlocks, ...mediaBlocks(Media, '')])
  .meta({ id: 'Block', description: 'One piece of a body, told apart by `type`. Types may be added: skip those you do not know.' })
export type Block = z.infer<typeof Block>
export type BlockType = Block['type']

/** A block as it is stored and written: files by reference. */
export const StoredBlock = z
  .discriminatedUnion('type', [...plainBlocks, ...mediaBlocks(MediaReference, 'Stored')])
  .meta({ id: 'StoredBlock', description: 'A block as it is written: files are given by their id.' })
export type StoredBlock = z.infer<typeof StoredBlock>
