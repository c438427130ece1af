/** Why one file cannot become an article. Closed list; the codes are stable. */
export type ImportErrorCode =
  | 'empty-file'
  | 'file-too-large'
  | 'not-text'
  | 'unsupported-format'
  | 'too-complex'
  | 'no-title'
  | 'no-content'

const messages: Record<ImportErrorCode, { chinese: string; english: string }> = {
  'empty-file': { chinese: '文件是空的', english: 'the file is empty' },
  'file-too-large': { chinese: '文件超过 20 MB', english: 'the file is larger than 20 MB' },
  'not-text': { chinese: '文件不是文本（或已损坏）', english: 'the file is not text, or it is damaged' },
  'unsupported-format': { chinese: '文件不是网页，也不是复制的文字', english: 'the file is neither a page nor copied text' },
  'too-complex': { chinese: '页面标记嵌套或属性过多，疑为恶意构造', english: 'the markup is nested or repeated beyond reason' },
  'no-title': { chinese: '页面没有标题', english: 'no title on the page' },
  'no-content': { chinese: '页面没有正文', english: 'no article text on the page' },
}

/** One failed item of an import. `message` is Chinese, `messageEnglish` says the same. */
export class ImportError extends Error {
  readonly code: ImportErrorCode
  readonly messageEnglish: string

  constructor(code: ImportErrorCode, detail = '') {
    super(detail === '' ? messages[code].chinese : `${messages[code].chinese}：${detail}`)
    this.name = 'ImportError'
    this.code = code
    this.messageEnglish = detail === '' ? messages[code].english : `${messages[code].english}: ${detail}`
  }
}
