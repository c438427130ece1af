import { Inspection } from '@gazette/schema/inspection'

/** What the API says to a token: what editors may see, or why not. */
export type InspectionAnswer =
  | { outcome: 'found'; inspection: Inspection }
  | { outcome: 'refused' }
  | { outcome: 'notEditor' }
  | { outcome: 'tooMany' }
  | { outcome: 'failed' }

/** Who asks: a token, and from where, as `X-Forwarded-For` has it, so that guesses are counted where they come from. */
export type EditorIdentity = { token: string; forwardedFor: string }

const timeoutMilliseconds = 5000
const refusals: Record<number, InspectionAnswer['outcome']> = { 401: 'refused', 403: 'notEditor', 429: 'tooMany' }

/** Asks for the inspection, which the API gives to editors alone; never rejects. */
export const readInspection = async (
  { apiUrl, fetch }: { apiUrl: string; fetch: typeof globalThis.fetch },
  { token, forwardedFor }: EditorIdentity,
): Promise<InspectionAnswer> => {
  try {
    const response = await fetch(`${apiUrl}/manage/v1/inspection`, {
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        ...(forwardedFor !== '' && { 'x-forwarded-for': forwardedFor }),
      },
      signal: AbortSignal.timeout(timeoutMilliseconds),
      redirect: 'error',
    })
    if (response.ok) return { outcome: 'found', inspection: Inspection.parse(await response.json()) }
    return { outcome: refusals[response.status] ?? 'failed' } as InspectionAnswer
  } catch {
    return { outcome: 'failed' }
  }
}
