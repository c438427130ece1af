// Written by `npm run generate` from packages/schema. Change the schema, not this file.

/** A file: image, video, audio or document. */
export interface Media {
  /** Opaque, URL-safe, immutable identifier. Never reused. */
  id: string
  kind: 'image' | 'video' | 'audio' | 'file'
  /** Absolute http or https address. */
  url: string
  fileName: string
  mimeType: string
  /** Size in bytes; null when the file is kept by its publisher. */
  bytes: number | null
  /** Pixels; null when unknown or not an image or video. */
  width: number | null
  /** Pixels; null when unknown or not an image or video. */
  height: number | null
  durationSeconds: number | null
  dominantColor: string | null
  focalPoint: FocalPoint | null
  /** Smaller sizes and other encodings of an image, narrowest first. */
  variants: MediaVariant[]
}

/** Fractions of width and height from the top left. */
export interface FocalPoint {
  x: number
  y: number
}

/** One size and encoding of an image. */
export interface MediaVariant {
  /** Absolute http or https address. */
  url: string
  mimeType: string
  width: number
  height: number
}
