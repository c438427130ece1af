import { z } from 'zod'
import { StoredBlock } from './block.ts'
import { MediaReference } from './media.ts'
import { CalendarDate, Instant, Language, WebUrl } from './scalars.ts'

/** What an article is. Kinds may be added. */
export const ArticleKind = z.enum([
  'news',
  'review',
  'notice',
  'speech',
  'policy',
  'interpretation',
  'report',
  'proposal',
  'interview',
  'profile',
  'essay',
  'history',
  'gallery',
  'video',
])
export type ArticleKind = z.infer<typeof ArticleKind>

/** A person as named in print, with the role printed beside the name. */
export const Contributor = z
  .object({ name: z.string().min(1), role: z.string().nullable().describe('As printed, for example 本报记者.') })
  .meta({ id: 'Contributor', description: 'A person as named in print.' })
export type Contributor = z.infer<typeof Contributor>

/** Who published it first (ContentSource). */
export const Source = z
  .object({ name: z.string().min(1), url: WebUrl.nullable() })
  .meta({ id: 'Source', description: 'Who published it (ContentSource).' })
export type Source = z.infer<typeof Source>

/** Whether the text is the site's own. */
export const Origin = z.enum(['original', 'reprint'])

/** A controlled subject: a readable slug and a name. */
export const Topic = z
  .object({ slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), name: z.string().min(1) })
  .meta({ id: 'Topic', description: 'A subject articles share.' })
export type Topic = z.infer<typeof Topic>

/** How exactly the moment of publication is known. */
export const PublishedPrecision = z.enum(['day', 'minute', 'second'])

/** The fields of an official document (政务公开). */
export const OfficialDocument = z
  .object({
    indexNumber: z.string().nullable().describe('索引号'),
    issuer: z.string().nullable().describe('发文机关'),
    documentNumber: z.string().nullable().describe('发文字号'),
    writtenOn: CalendarDate.nullable().describe('成文日期'),
    validity: z.enum(['valid', 'partiallyRepealed', 'repealed', 'expired']).nullable().describe('有效性'),
  })
  .meta({ id: 'OfficialDocument', description: 'The fields of an official document (政务公开).' })
export type OfficialDocument = z.infer<typeof OfficialDocument>

/** What changed, told to readers. */
export const ChangeNote = z
  .object({ at: Instant, note: z.string() })
  .meta({ id: 'ChangeNote', description: 'What changed, told to readers.' })
export type ChangeNote = z.infer<typeof ChangeNote>

const figure = z.object({ media: MediaReference, alt: z.string(), caption: z.string().nullable(), credit: z.string().nullable() })

/** Everything of an article that a person wrote. A revision is one of these, kept for ever. */
export const ArticleContent = z
  .object({
    kind: ArticleKind,
    language: Language.default('zh-Hans-CN'),
    kicker: z.string().nullable().default(null).describe('引题'),
    title: z.string().min(1),
    subtitle: z.string().nullable().default(null).describe('副题'),
    fullTitle: z.string().min(1).describe('As printed, byte for byte.'),
    summary: z.string().default(''),
    authors: z.array(Contributor).default([]),
    editors: z.array(Contributor).default([]),
    source: Source.nullable().default(null),
    origin: Origin.default('original'),
    publishedAt: Instant,
    publishedPrecision: PublishedPrecision,
    topics: z.array(Topic).default([]),
    keywords: z.array(z.string()).default([]),
    cover: figure.nullable().default(null),
    attachments: z.array(z.object({ media: MediaReference, title: z.string() })).default([]),
    body: z.array(StoredBlock),
    official: OfficialDocument.nullable().default(null),
    changeNotes: z.array(ChangeNote).default([]),
  })
  .meta({ id: 'ArticleContent', description: 'Everything of an article that a person wrote; what a revision keeps.' })
export type ArticleContent = z.infer<typeof ArticleContent>
