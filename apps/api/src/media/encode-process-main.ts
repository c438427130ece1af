import { readFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import type { EncodeJob, EncodeReply, EncodeRequest } from './encode-job.ts'
import { encodeVariant } from './encode-variant.ts'
import { writeWhole } from './write-whole.ts'

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const encode = async ({ originalPath, mimeType, variant, path }: EncodeJob): Promise<Omit<EncodeReply, 'id'>> => {
  const original = await readFile(originalPath)
  try {
    await writeWhole(path, await encodeVariant(original, mimeType, variant))
    return { outcome: 'done', message: '' }
  } catch (error) {
    // A full disk has a code of the system; what the decoder says of an image has none.
    const isOurs = error instanceof Error && 'code' in error
    return { outcome: isOurs ? 'failed' : 'damaged', message: messageOf(error) }
  }
}

// Nobody may be there any more to hear it: then there is nobody to tell of that either.
const reply = (answer: EncodeReply): void => void process.send?.(answer, undefined, undefined, () => undefined)

// Readers come first.
setPriority(constants.priority.PRIORITY_LOW)
process.on('message', ({ id, job }: EncodeRequest) => {
  encode(job)
    .then((result) => reply({ id, ...result }))
    .catch((error) => reply({ id, outcome: 'failed', message: messageOf(error) }))
})
process.on('disconnect', () => process.exit(0))
