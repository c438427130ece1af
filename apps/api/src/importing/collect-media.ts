import type { ParsedMedia } from './parsed-article.ts'
import { resolveAddress } from './resolve-address.ts'

type MediaKind = ParsedMedia['kind']

const mimeTypes: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  mp4: 'video/mp4',
  webm: 'video/webm',
  flv: 'video/x-flv',
  m3u8: 'application/vnd.apple.mpegurl',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  zip: 'application/zip',
  rar: 'application/vnd.rar',
  '7z': 'application/x-7z-compressed',
  txt: 'text/plain',
  csv: 'text/csv',
  ofd: 'application/ofd',
  wps: 'application/vnd.ms-works',
  et: 'application/vnd.ms-excel',
  ceb: 'application/x-ceb',
  rtf: 'application/rtf',
}
const unknownMime: Record<MediaKind, string> = {
  image: 'image/*',
  video: 'video/*',
  audio: 'audio/*',
  file: 'application/octet-stream',
}
const attachmentExtension = /^(?:pdf|docx?|xlsx?|pptx?|zip|rar|7z|txt|csv|ofd|wps|et|dps|ceb|rtf|odt|ods|caj|tar|gz|mp3|mp4|wav|flv|epub)$/

const decode = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Name of the file an address leads to, without anything that could leave a folder; empty when it has none. */
export const toFileName = (address: string): string => {
  const named = /[?&](?:filename|file|name|attname)=([^&#]{1,300})/i.exec(address)?.[1]
  const path = address.replace(/[?#].*$/s, '')
  const name = named ?? path.slice(path.lastIndexOf('/') + 1)
  return decode(name)
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '_')
    .replace(/^\.+/, '')
    .slice(-120)
}

const toExtension = (name: string) => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** Whether a link leads to a document rather than a page: by its extension, or by the download addresses of JCMS. */
export const isAttachmentAddress = (address: string): boolean =>
  attachmentExtension.test(toExtension(toFileName(address))) ||
  /\/(?:downfile|download|attachdown|downattach)\w{0,10}\.(?:jsp|aspx?|php|do|action)\?/i.test(address)

type Size = { width: number | null; height: number | null }
const unknownSize: Size = { width: null, height: null }
const dataPattern = /^data:(image\/(?:png|jpe?g|gif|webp|avif|bmp))(?:;[\w=.-]{1,30}){0,3};base64,/i

/** Collects the files of one article; the same address twice is one file. */
export type MediaCollector = {
  /** Id of the file at an address as found. */
  add: (kind: MediaKind, found: string, size?: Size) => string
  /** Id of an image given as a data URL; null when it is no safe image type or is damaged. */
  addData: (dataUrl: string, size?: Size) => string | null
  list: () => ParsedMedia[]
}

/** An empty collector; addresses are resolved against `base`. Ids are m1, m2 … in order of appearance. */
export const createMediaCollector = (base: string | null): MediaCollector => {
  const media = new Map<string, ParsedMedia>()
  const keep = (key: string, create: (id: string) => ParsedMedia) => {
    const item = media.get(key) ?? create(`m${media.size + 1}`)
    media.set(key, item)
    return item.id
  }
  const add: MediaCollector['add'] = (kind, found, size = unknownSize) => {
    const url = resolveAddress(found, base) ?? found
    return keep(url, (id) => {
      const fileName = toFileName(url) || id
      const mimeType = mimeTypes[toExtension(fileName)] ?? unknownMime[kind]
      return { id, url, foundUrl: found, bytes: null, fileName, mimeType, kind, ...size }
    })
  }
  const addData: MediaCollector['addData'] = (dataUrl, size = unknownSize) => {
    const mimeType = dataPattern.exec(dataUrl)?.[1]?.toLowerCase().replace('jpg', 'jpeg')
    if (mimeType === undefined) return null
    const bytes = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')
    if (bytes.length < 100) return null
    return keep(dataUrl, (id) => {
      const fileName = `${id}.${mimeType.slice(6).replace('jpeg', 'jpg')}`
      return { id, url: null, foundUrl: null, bytes: new Uint8Array(bytes), fileName, mimeType, kind: 'image', ...size }
    })
  }
  return { add, addData, list: () => [...media.values()] }
}
