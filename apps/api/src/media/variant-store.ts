import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createEncodeProcess } from './encode-process.ts'
import type { ImageVariant } from './image-variants.ts'
import { createWorkQueue } from './work-queue.ts'
import { fileExists } from './write-whole.ts'

/** Raise it when variants are made in another way: those of before are then made anew, beside them. */
const generation = 'v1'
const waitingMaximum = 256
const idleMs = 30_000

type Original = { path: string; sha256: string; mimeType: string }

/** Variants on disk, made when they are first asked for. */
export type VariantStore = {
  /**
   * Path of the file with the variant. Everyone who asks for the same one meanwhile waits for the same work.
   * @throws {DamagedImage} @throws {QueueFull}
   */
  findOrMake(original: Original, variant: ImageVariant): Promise<string>
  stop(): void
}

/** @param mediaDirectory where originals are kept; variants go into a folder of their own, which may be deleted at any time */
export const createVariantStore = (mediaDirectory: string): VariantStore => {
  // Half of the processors at most, so that reading goes on while pictures are made.
  const queue = createWorkQueue({ running: Math.max(1, Math.floor(availableParallelism() / 2)), waiting: waitingMaximum })
  const encoder = createEncodeProcess({ idleMs })
  const making = new Map<string, Promise<void>>()
  return {
    async findOrMake({ path: originalPath, sha256, mimeType }, variant) {
      const path = join(mediaDirectory, 'variants', generation, sha256.slice(0, 2), sha256, variant.name)
      if (await fileExists(path)) return path
      const job = { originalPath: join(mediaDirectory, originalPath), mimeType, variant, path }
      const underway = making.get(path) ?? queue.run(() => encoder.encode(job))
      making.set(path, underway)
      try {
        await underway
      } finally {
        making.delete(path)
      }
      return path
    },
    stop: () => encoder.stop(),
  }
}
