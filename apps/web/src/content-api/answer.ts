/** What the API knows about one thing: it is there, it never was, or it was removed. */
export type Answer<T> = { status: 'found'; value: T } | { status: 'missing' } | { status: 'gone'; reason: string }

/** The value, or null when there is none. */
export const foundOrNull = <T>(answer: Answer<T>): T | null => (answer.status === 'found' ? answer.value : null)
