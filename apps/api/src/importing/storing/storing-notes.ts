import type { ReportEntry } from '../report.ts'

/** An entry of the report about what became of an article in the store. */
export type StoringNote = Omit<ReportEntry, 'code'> & { code: StoringCode }

const messages = {
  'channel-created': {
    kind: 'guessed',
    message: '新建了栏目，请核对路径和名称',
    messageEnglish: 'channel created; check its path and name',
  },
  'no-channel': {
    kind: 'missing',
    message: '页面没有栏目，放入“未分类”，请移到应在的栏目',
    messageEnglish: 'the page names no channel: put among the unfiled; move it to where it belongs',
  },
  'media-remote': { kind: 'kept', message: '文件仍在原网站，没有下载', messageEnglish: 'file left with its publisher, not downloaded' },
  'media-missing': { kind: 'removed', message: '找不到文件，已从文章中略去', messageEnglish: 'file not found, left out of the article' },
  'media-damaged': {
    kind: 'removed',
    message: '图片无法读取，已从文章中略去',
    messageEnglish: 'image cannot be read, left out of the article',
  },
  'kept-as-draft': {
    kind: 'missing',
    message: '没有发布日期，存为草稿，补上日期后再发布',
    messageEnglish: 'no date of publication: kept as a draft until somebody gives it one',
  },
  'edited-since': {
    kind: 'kept',
    message: '文章导入后在本站改过，新内容存为未发布的修订',
    messageEnglish: 'edited here since it was imported: the new content is kept as an unpublished revision',
  },
} as const

export type StoringCode = keyof typeof messages

export const storingNote = (code: StoringCode, excerpt: string): StoringNote => ({ code, ...messages[code], excerpt })
