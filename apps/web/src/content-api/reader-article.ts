import { Article, ArticleSummary } from '@gazette/schema/article'
import { Block } from '@gazette/schema/block'
import { Placement } from '@gazette/schema/placement'
import { Mark } from '@gazette/schema/span'
import { z } from 'zod'

/**
 * What a page needs of an article. The contract lets blocks, marks and kinds be added:
 * unknown blocks are skipped and unknown marks dropped, while a known block that is damaged is an error.
 */
const knownTypes: ReadonlySet<string> = new Set(Block.options.map((option) => option.shape.type.value))
const knownMarks: ReadonlySet<unknown> = new Set(Mark.options)

const dropUnknownMarks = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(dropUnknownMarks)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === 'marks' && Array.isArray(inner) ? [key, inner.filter((mark) => knownMarks.has(mark))] : [key, dropUnknownMarks(inner)],
    ),
  )
}

const isKnownBlock = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && knownTypes.has(value.type)

export const ReaderBody = z.preprocess(
  (value) => (Array.isArray(value) ? value.filter(isKnownBlock).map(dropUnknownMarks) : value),
  z.array(Block).default([]),
)

/** A row of a list or a card. */
export const ReaderSummary = ArticleSummary.extend({ kind: z.string() })
export type ReaderSummary = z.infer<typeof ReaderSummary>

/** An article with its body as blocks. */
export const ReaderArticle = Article.extend({ kind: z.string(), body: ReaderBody })
export type ReaderArticle = z.infer<typeof ReaderArticle>

/** An article that editors pinned. */
export const ReaderPlacement = Placement.extend({ article: ReaderSummary })
export type ReaderPlacement = z.infer<typeof ReaderPlacement>
