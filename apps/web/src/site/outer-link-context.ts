import { createContext } from 'react'

/** What links inside content need to know. `articleId` is null where readers are not told that they leave. */
export type OuterLinkContext = { siteUrl: string; articleId: string | null }

export const OuterLinkContext = createContext<OuterLinkContext>({ siteUrl: '', articleId: null })
