import { z } from 'zod'
import { Id, WebUrl } from './scalars.ts'

/** One size and encoding of an image, made when it is first asked for. */
export const MediaVariant = z
  .object({
    url: WebUrl,
    mimeType: z.string(),
    width: z.int().positive(),
    height: z.int().positive(),
  })
  .meta({ id: 'MediaVariant', description: 'One size and encoding of an image.' })
export type MediaVariant = z.infer<typeof MediaVariant>

/** Point of an image that must stay visible when it is cropped; fractions of width and height from the top left. */
export const FocalPoint = z
  .object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
  .meta({ id: 'FocalPoint', description: 'Fractions of width and height from the top left.' })

/** A file: image, video, audio or document. */
export const Media = z
  .object({
    id: Id,
    kind: z.enum(['image', 'video', 'audio', 'file']),
    url: WebUrl,
    fileName: z.string(),
    mimeType: z.string(),
    bytes: z.int().nonnegative().nullable().describe('Size in bytes; null when the file is kept by its publisher.'),
    width: z.int().positive().nullable().describe('Pixels; null when unknown or not an image or video.'),
    height: z.int().positive().nullable().describe('Pixels; null when unknown or not an image or video.'),
    durationSeconds: z.number().nonnegative().nullable(),
    dominantColor: z
      .string()
      .regex(/^#[0-9a-f]{6}$/)
      .nullable(),
    focalPoint: FocalPoint.nullable(),
    variants: z.array(MediaVariant).describe('Smaller sizes and other encodings of an image, narrowest first.'),
  })
  .meta({ id: 'Media', description: 'A file: image, video, audio or document.' })
export type Media = z.infer<typeof Media>

/** How stored content points at a file: by id, resolved when read. */
export const MediaReference = z.object({ id: Id }).meta({ id: 'MediaReference', description: 'Points at a file by its id.' })
export type MediaReference = z.infer<typeof MediaReference>
