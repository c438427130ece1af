import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'
import { createReport } from './report.ts'

const decode = (bytes: Uint8Array | number[], contentType: string | null = null) => {
  const report = createReport()
  const decoded = decodeText(Uint8Array.from(bytes), contentType, report)
  return { ...decoded, codes: report.entries().map((entry) => entry.code) }
}
const ascii = (text: string) => [...Buffer.from(text, 'latin1')]
const utf8 = (text: string) => [...Buffer.from(text, 'utf8')]
// 政协工作 in GBK; 㐱 in GB18030 is four bytes.
const gbk = [0xd5, 0xfe, 0xd0, 0xad, 0xb9, 0xa4, 0xd7, 0xf7]
const fourBytes = [0x81, 0x39, 0xf3, 0x38]

describe('decodeText', () => {
  it('reads GB2312 and GBK as GB18030, four-byte characters included', () => {
    for (const label of ['gb2312', 'GBK', 'gb18030']) {
      const { text, charset, codes } = decode([...ascii(`<meta charset="${label}">`), ...gbk, ...fourBytes])
      expect(charset).toBe('gb18030')
      expect(text.endsWith('政协工作㐱')).toBe(true)
      expect(codes).toEqual([])
    }
  })

  it('believes valid UTF-8 over a meta that says GB2312, and says so', () => {
    expect(decode([...ascii('<meta charset=gb2312>'), ...utf8('政协工作')])).toMatchObject({
      charset: 'utf-8',
      codes: ['charset-mismatch'],
    })
  })

  it('reads GBK bytes that are labelled UTF-8 or not at all', () => {
    const body = Array.from({ length: 30 }, () => gbk).flat()
    expect(decode([...ascii('<meta charset="utf-8">'), ...body])).toMatchObject({ charset: 'gb18030', codes: ['charset-mismatch'] })
    expect(decode(body)).toMatchObject({ charset: 'gb18030', codes: ['charset-detected'] })
  })

  it('takes the byte order mark first and never shows it', () => {
    expect(decode([0xef, 0xbb, 0xbf, ...ascii('<meta charset=gbk>'), ...utf8('政协')]).text).toBe('<meta charset=gbk>政协')
    expect(decode([0xff, 0xfe, ...Buffer.from('政协', 'utf16le')])).toMatchObject({ text: '政协', charset: 'utf-16le' })
  })

  it('takes the header when the page is silent, but not ISO-8859-1', () => {
    expect(decode(gbk, 'text/html; charset=GBK')).toMatchObject({ text: '政协工作', codes: [] })
    expect(decode(Array.from({ length: 20 }, () => gbk).flat(), 'text/html; charset=ISO-8859-1').charset).toBe('gb18030')
  })

  it('shows a few broken bytes as U+FFFD and reports them', () => {
    const { text, codes } = decode([...ascii('<meta charset=utf-8>'), ...utf8('政协工作'.repeat(100)), 0xe6, 0x94])
    expect(text.endsWith('\ufffd')).toBe(true)
    expect(codes).toEqual(['undecodable-bytes'])
  })

  it('removes controls, bidirectional overrides and zero-width characters, and reports how many', () => {
    const { text, codes } = decode(utf8('标\u202e题\u0007\u200b\u200d尾\t'))
    expect(text).toBe('标题\u200d尾\t')
    expect(codes).toEqual(['control-characters'])
  })

  it.each([
    ['empty-file', []],
    ['empty-file', utf8(' \n\u3000')],
    ['not-text', ascii('%PDF-1.7 …')],
    ['not-text', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
    ['not-text', Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256)],
    ['file-too-large', new Uint8Array(20 * 1024 * 1024 + 1).fill(0x20)],
  ])('refuses what is no text: %s', (code, bytes) => {
    expect(() => decode(bytes)).toThrow(expect.objectContaining({ code }))
  })
})
