import type { Contributor } from '@gazette/schema/article-content'
import { readContributors } from './read-contributors.ts'

const lengthMax = 80

// 口 is what fonts and copies make of the box □ that some papers set before the name of a writer.
const boxed = /^[口□■◎●▲☐◇◆]\s{0,4}(.{2,60})$/u
const bracketed = /^[（(【[]\s{0,4}([^（()）【】[\]]{2,60}?)\s{0,4}[）)】\]]$/u
const labelled = /^(?:(?:本文|文章)?作者|撰稿人?|执笔人?|撰文|供稿人?|文字?\s{0,2}(?=[/／|丨]))\s{0,4}[:：/／|丨]\s{0,4}(.{2,60})$/u

const readInner = (inner: string): Contributor[] | null => {
  const label = labelled.exec(inner)
  const contributors = readContributors(label?.[1] ?? inner, label !== null)
  return contributors === null || contributors.length === 0 || contributors.length > 8 ? null : contributors
}

/**
 * Authors of a line that is a signature and nothing else: （冯 楠）, (黄荞丹 覃可论), （作者：本报记者 罗昌亮）, 口黄正华, 作者：李明.
 * Null for look-alikes: （新华社）, （女，壮族）, （作者系…）.
 */
export const recogniseSignature = (line: string): Contributor[] | null => {
  if (line.length > lengthMax) return null
  const text = line.trim()
  const inner = bracketed.exec(text)?.[1] ?? boxed.exec(text)?.[1]
  if (inner !== undefined) return readInner(inner)
  return labelled.test(text) ? readInner(text) : null
}

const trailing = /[。！？!?…”’》]\s{0,4}([（(][^（()）]{2,60}[）)])$/u

/** Authors of a signature at the end of a paragraph of text: `……更大贡献。（黄荞丹 覃可论）`. */
export const findTrailingSignature = (paragraph: string): { authors: Contributor[]; signature: string } | null => {
  const signature = trailing.exec(paragraph.slice(-lengthMax))?.[1]
  if (signature === undefined) return null
  const authors = recogniseSignature(signature)
  return authors === null ? null : { authors, signature }
}

const dateline = /^.{0,60}?(?:讯|电|消息|报道)\s{0,4}[（(]([^（()）]{3,60})[）)]/u
const writer = /(?:记者|通讯员|实习生|作者|撰稿|执笔)/

/** Writers named at the beginning: a line of its own (`澎湃新闻记者 段彦超 廖艳`, `执笔/张三`) or a dateline (`本报讯（记者 李明）`). */
export const recogniseByline = (paragraph: string): { authors: Contributor[]; alone: boolean } | null => {
  const text = paragraph.slice(0, 200).trim()
  const inDateline = dateline.exec(text)?.[1]
  if (inDateline !== undefined && writer.test(inDateline)) {
    // 整合, 摄 and the like may follow the names: take names from the front as far as they go.
    const words = inDateline.split(/\s+/)
    for (let end = words.length; end > 0; end -= 1) {
      const authors = readContributors(words.slice(0, end).join(' '))
      if (authors !== null && authors.length > 0) return { authors, alone: false }
    }
    return null
  }
  if (paragraph.length > lengthMax || !writer.test(text)) return null
  const authors = recogniseSignature(text) ?? readContributors(text)
  return authors === null || authors.length === 0 ? null : { authors, alone: true }
}
