import { minimalExif } from './minimal-exif.ts'

const start = 0xd8
const end = 0xd9
const scan = 0xda
const exif = 0xe1
const extension = 0xe2
// Exif and XMP, Photoshop and IPTC, comments: who took it, where, with what, and what was written about it.
const dropped = new Set([exif, 0xed, 0xfe])
const colourProfile = 'ICC_PROFILE\0'

const segment = (marker: number, payload: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([head, payload])
}

// Coded picture data goes on until a marker that is neither a stuffed byte nor a restart.
const endOfScan = (bytes: Buffer, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

const isKept = (marker: number, payload: Buffer): boolean =>
  marker === extension ? payload.subarray(0, colourProfile.length).toString('latin1') === colourProfile : !dropped.has(marker)

/**
 * A JPEG with its picture, colour profile and orientation and no other word (ITU-T T.81 annex B). Pictures and films that
 * cameras hide behind the end go too. From where it stops being a JPEG it is left as it is.
 */
export const stripJpeg = (bytes: Buffer, orientation: number): Buffer => {
  if (bytes[0] !== 0xff || bytes[1] !== start) return bytes
  const parts = [bytes.subarray(0, 2)]
  if (orientation > 1) parts.push(segment(exif, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), minimalExif(orientation)])))
  for (let at = 2; at < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff || marker === end || at + 4 > bytes.length) {
      parts.push(bytes.subarray(at, marker === end ? at + 2 : undefined))
      break
    }
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    const payloadEnd = at + 2 + bytes.readUInt16BE(at + 2)
    const next = marker === scan ? endOfScan(bytes, payloadEnd) : payloadEnd
    if (isKept(marker, bytes.subarray(at + 4, payloadEnd))) parts.push(bytes.subarray(at, next))
    at = next
  }
  return Buffer.concat(parts)
}
