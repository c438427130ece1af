import { ConnectionError, UnexpectedAnswerError } from './errors.ts'

/**
 * The lines of an answer as they come; no more than one line and one piece are held.
 * @throws {ConnectionError} when the connection breaks, {UnexpectedAnswerError} when the last line has no end, or the signal's reason
 */
export async function* readLines(response: Response, signal: AbortSignal | undefined): AsyncGenerator<string, void, undefined> {
  if (!response.body) return
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  const stop = () => void reader.cancel(signal?.reason).catch(() => undefined)
  signal?.addEventListener('abort', stop, { once: true })
  let rest = ''
  try {
    while (true) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new ConnectionError('The connection broke within the answer', { cause })
      })
      signal?.throwIfAborted()
      if (done) break
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line !== '') yield line
    }
    if (rest !== '') throw new UnexpectedAnswerError('The answer was cut within a line', response.status)
  } finally {
    signal?.removeEventListener('abort', stop)
    await reader.cancel().catch(() => undefined)
  }
}
