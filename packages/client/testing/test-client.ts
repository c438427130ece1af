import type { ClientOptions } from '../src/client-options.ts'
import { createGazetteClient, type GazetteClient } from '../src/gazette-client.ts'

/** A client whose clock moves only by its own waiting, and the pauses it took, in milliseconds. */
export const createTestClient = (apiUrl: string, options: Partial<ClientOptions> = {}): { client: GazetteClient; pauses: number[] } => {
  const pauses: number[] = []
  let now = Date.parse('2026-01-01T00:00:00Z')
  const client = createGazetteClient({
    apiUrl,
    now: () => now,
    random: () => 1,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted()
      pauses.push(milliseconds)
      now += milliseconds
    },
    ...options,
  })
  return { client, pauses }
}
