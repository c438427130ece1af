const orientationTag = 0x0112
const shortType = 3

/** The Exif data that say how an image is turned, and nothing else (CIPA DC-008: TIFF header and one entry). */
export const minimalExif = (orientation: number): Buffer => {
  const exif = Buffer.alloc(26)
  exif.write('MM\0*', 0, 'latin1')
  exif.writeUInt32BE(8, 4)
  exif.writeUInt16BE(1, 8)
  exif.writeUInt16BE(orientationTag, 10)
  exif.writeUInt16BE(shortType, 12)
  exif.writeUInt32BE(1, 14)
  exif.writeUInt16BE(orientation, 18)
  return exif
}
