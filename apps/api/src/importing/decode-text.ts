import { detect } from 'chardet'
import { ImportError } from './import-error.ts'
import type { Report } from './report.ts'

const bytesMax = 20 * 1024 * 1024
const declarationBytes = 16 * 1024

/** Magic numbers of what people drop in by mistake: PDF, ZIP (docx), RAR, GIF, PNG, JPEG, OLE (doc), gzip, 7z. */
const binaryStarts = [
  '%PDF-',
  'PK\u0003\u0004',
  'Rar!',
  'GIF8',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  '\u00d0\u00cf\u0011\u00e0',
  '\u001f\u008b',
  '7z\u00bc\u00af',
]

const toLatin1 = (bytes: Uint8Array, end: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(end, bytes.length)).toString('latin1')

/** Government pages say GB2312 or GBK and mean GB18030, which contains both; ISO-8859-1 and ASCII are what servers say when they do not know. */
const toCharset = (label: string | undefined): string | null => {
  if (label === undefined) return null
  try {
    const { encoding } = new TextDecoder(label.trim())
    if (encoding === 'gbk') return 'gb18030'
    return encoding === 'windows-1252' ? null : encoding
  } catch {
    return null
  }
}

const findByteOrderMark = (bytes: Uint8Array): string | null => {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return null
}

const findDeclared = (start: string, contentType: string | null): string | null => {
  const xml = /^\s{0,8}<\?xml\s[^>]{0,200}?encoding\s{0,4}=\s{0,4}["']([\w:.-]{2,30})/i.exec(start)
  for (const meta of start.matchAll(/<meta\s[^>]{0,500}/gi)) {
    const charset = toCharset(/charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w:.-]{2,30})/i.exec(meta[0])?.[1])
    if (charset !== null) return charset.startsWith('utf-16') ? 'utf-8' : charset
  }
  return toCharset(xml?.[1]) ?? toCharset(/charset\s{0,4}=\s{0,4}"?([\w:.-]{2,30})/i.exec(contentType ?? '')?.[1])
}

const decodes = (bytes: Uint8Array, charset: string): string | null => {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const countReplacements = (text: string): number => {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count += 1
  return count
}

type Decoded = { text: string; charset: string }

/** Reads damaged bytes with whichever charset loses least; too much loss means it never was text. */
const decodeDamaged = (bytes: Uint8Array, declared: string | null, report: Report): Decoded => {
  const charsets = [...new Set([declared ?? 'utf-8', 'utf-8', 'gb18030'])]
  const [best] = charsets
    .map((charset) => ({ charset, text: new TextDecoder(charset).decode(bytes) }))
    .map((decoded) => ({ ...decoded, lost: countReplacements(decoded.text) }))
    .sort((one, other) => one.lost - other.lost)
  if (best === undefined || best.lost > best.text.length / 20) throw new ImportError('not-text')
  report.count('undecodable-bytes', best.lost, best.charset)
  return best
}

const decodeBytes = (bytes: Uint8Array, contentType: string | null, report: Report): Decoded => {
  const marked = findByteOrderMark(bytes)
  if (marked !== null) return { charset: marked, text: new TextDecoder(marked).decode(bytes) }
  const declared = findDeclared(toLatin1(bytes, declarationBytes), contentType)
  const utf8 = decodes(bytes, 'utf-8')
  // Bytes of another charset are practically never valid UTF-8, so validity outweighs any declaration.
  if (utf8 !== null && declared !== 'iso-2022-jp') {
    if (declared !== null && declared !== 'utf-8' && utf8.length !== bytes.length) report.add('charset-mismatch', `${declared} → utf-8`)
    return { charset: 'utf-8', text: utf8 }
  }
  if (declared !== null && declared !== 'utf-8') {
    const text = decodes(bytes, declared)
    if (text !== null) return { charset: declared, text }
  }
  const lenient = new TextDecoder().decode(bytes)
  const lost = countReplacements(lenient)
  // A few broken sequences in real UTF-8 are damage; GBK read as UTF-8 breaks at nearly every character.
  if (declared !== 'gb18030' && lost < (bytes.length - lenient.length) / 50) {
    report.count('undecodable-bytes', lost, 'utf-8')
    return { charset: 'utf-8', text: lenient }
  }
  const detected = toCharset(detect(bytes) ?? undefined)
  for (const charset of [detected === 'big5' ? detected : 'gb18030', 'gb18030', 'big5']) {
    const text = decodes(bytes, charset)
    if (text === null) continue
    report.add(declared === null ? 'charset-detected' : 'charset-mismatch', declared === null ? charset : `${declared} → ${charset}`)
    return { charset, text }
  }
  return decodeDamaged(bytes, declared, report)
}

// C0 and C1 controls but tab and line ends, soft hyphen, zero-width space, bidirectional controls, BOM and specials.
// Joiners (U+200C, U+200D) belong to scripts and emoji and stay.
const invisible = /[^\P{Cc}\t\n\r\f]|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]/gu

/** Removes what is never seen and only deceives or breaks: controls, bidirectional overrides, zero-width characters. */
export const removeInvisible = (text: string, report: Report): string => {
  let count = 0
  const cleaned = text.replace(invisible, () => {
    count += 1
    return ''
  })
  if (count > 0) report.count('control-characters', count)
  return cleaned
}

/**
 * Text of a file: charset by byte order mark, then what the bytes prove, then declaration (meta, XML, `contentType`), then detection.
 * GB2312 and GBK are read as GB18030.
 * @throws ImportError `empty-file`, `file-too-large` (over 20 MB), `not-text`
 */
export const decodeText = (bytes: Uint8Array, contentType: string | null, report: Report): Decoded => {
  if (bytes.length === 0) throw new ImportError('empty-file')
  if (bytes.length > bytesMax) throw new ImportError('file-too-large')
  const start = toLatin1(bytes, 16)
  if (binaryStarts.some((magic) => start.startsWith(magic))) throw new ImportError('not-text')
  const decoded = decodeBytes(bytes, contentType, report)
  let controls = 0
  for (const character of decoded.text.slice(0, 100_000)) if (character < '\t') controls += 1
  if (controls > Math.max(10, Math.min(decoded.text.length, 100_000) / 100)) throw new ImportError('not-text')
  const text = removeInvisible(decoded.text, report)
  if (text.trim() === '') throw new ImportError('empty-file')
  return { charset: decoded.charset, text }
}
