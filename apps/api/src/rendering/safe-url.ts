import { LinkTarget } from '@gazette/schema/span'

/** What renderings may be told about the place they are shown in. */
export type RenderOptions = {
  /** Absolute address of the page: links relative to it become absolute, as feeds need them. */
  baseUrl?: string
}

/**
 * A link target that is fit to be written out, absolute when there is a base; null for everything a link must not lead to.
 * Stored targets passed `LinkTarget` already: this is the second lock.
 */
export const toSafeUrl = (target: string, { baseUrl }: RenderOptions = {}): string | null => {
  if (!LinkTarget.safeParse(target).success) return null
  if (baseUrl === undefined) return target
  return URL.canParse(target, baseUrl) ? new URL(target, baseUrl).href : null
}

/** Whether a safe address leads to another site than the page it stands on. */
export const isExternalUrl = (url: string, { baseUrl }: RenderOptions = {}): boolean => {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return false
  return baseUrl === undefined || new URL(url).origin !== new URL(baseUrl).origin
}
