import type { ImageVariant } from './image-variants.ts'

/** A variant to make: where the original is, what it is, and where the variant goes. */
export type EncodeJob = { originalPath: string; mimeType: string; variant: ImageVariant; path: string }

/** What is sent to the process that encodes, and what it sends back. */
export type EncodeRequest = { id: number; job: EncodeJob }
export type EncodeReply = { id: number; outcome: 'done' | 'damaged' | 'failed'; message: string }
