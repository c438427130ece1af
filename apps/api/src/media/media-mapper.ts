import type { Media } from '@gazette/schema/media'
import type { Addresses } from '../addresses.ts'
import type { Tables } from '../database/store.ts'
import { imageVariants } from './image-variants.ts'

export type StoredMedia = Tables['media']['$inferSelect']

/** The public shape of a file. */
export const toMedia = (row: StoredMedia, addresses: Addresses): Media => ({
  id: row.id,
  kind: row.kind,
  url: row.remoteUrl ?? addresses.media(row.id, row.fileName),
  fileName: row.fileName,
  mimeType: row.mimeType,
  bytes: row.bytes,
  width: row.width,
  height: row.height,
  durationSeconds: row.durationMilliseconds === null ? null : row.durationMilliseconds / 1000,
  dominantColor: row.dominantColor,
  focalPoint: row.focalPoint === null ? null : (JSON.parse(row.focalPoint) as Media['focalPoint']),
  variants: imageVariants(row).map(({ name, mimeType, width, height }) => ({
    url: addresses.media(row.id, name),
    mimeType,
    width,
    height,
  })),
})
