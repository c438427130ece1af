import { crc32 } from 'node:zlib'
import { minimalExif } from './minimal-exif.ts'
import { stripJpeg } from './strip-jpeg.ts'

const pngSignature = '89504e470d0a1a0a'
const pngDropped = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

const pngChunk = (type: string, payload: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), payload])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(payload.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

// PNG specification, third edition, §5: length, type, data, check sum.
const stripPng = (bytes: Buffer, orientation: number): Buffer => {
  if (bytes.subarray(0, 8).toString('hex') !== pngSignature) return bytes
  const parts = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const type = bytes.subarray(at + 4, at + 8).toString('latin1')
    const next = at + 12 + bytes.readUInt32BE(at)
    if (!pngDropped.has(type)) parts.push(bytes.subarray(at, next))
    if (type === 'IHDR' && orientation > 1) parts.push(pngChunk('eXIf', minimalExif(orientation)))
    at = next
  }
  return Buffer.concat(parts)
}

const webpExifFlag = 0x08
const webpXmpFlag = 0x04

const webpChunk = (type: string, payload: Buffer): Buffer => {
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(payload.length, 4)
  return Buffer.concat([head, payload, Buffer.alloc(payload.length % 2)])
}

// RFC 9649 §2.7: chunks in a RIFF container, the first of which tells what others there are.
const stripWebp = (bytes: Buffer, orientation: number): Buffer => {
  if (bytes.subarray(8, 16).toString('latin1') !== 'WEBPVP8X') return bytes
  const parts: Buffer[] = [Buffer.from('WEBP', 'latin1')]
  for (let at = 12; at + 8 <= bytes.length; ) {
    const type = bytes.subarray(at, at + 4).toString('latin1')
    const length = bytes.readUInt32LE(at + 4)
    const chunk = Buffer.from(bytes.subarray(at, at + 8 + length + (length % 2)))
    if (type === 'VP8X') {
      const flags = (chunk[8] ?? 0) & ~(webpExifFlag | webpXmpFlag)
      chunk[8] = orientation > 1 ? flags | webpExifFlag : flags
    }
    if (type !== 'EXIF' && type !== 'XMP ') parts.push(chunk)
    at += chunk.length
  }
  if (orientation > 1) parts.push(webpChunk('EXIF', minimalExif(orientation)))
  return webpChunk('RIFF', Buffer.concat(parts))
}

/**
 * An image without the place, time, device, author and comments written into it; pixels, colour profile and orientation
 * stay byte for byte. Files that are no JPEG, PNG or WebP, whatever they are called, stay as they are.
 * @param orientation how the image is turned, Exif 1..8
 */
export const stripMetadata = (bytes: Uint8Array, orientation: number): Uint8Array => {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return stripWebp(stripPng(stripJpeg(whole, orientation), orientation), orientation)
}
