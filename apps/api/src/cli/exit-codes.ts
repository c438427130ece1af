/** All done; some items failed, each named; the call was wrong. */
export const exitCodes = { done: 0, failed: 1, usage: 2 } as const
