import { z } from 'zod'

/** Opaque, URL-safe, immutable, at most 26 characters, never reused. */
export const Id = z
  .string()
  .regex(/^[0-9a-z]{1,26}$/)
  .describe('Opaque, URL-safe, immutable identifier. Never reused.')

/** RFC 3339 instant with an offset, for example `2024-11-28T00:00:00+08:00`. */
export const Instant = z.iso.datetime({ offset: true }).describe('RFC 3339 instant with an offset.')

/** RFC 3339 full-date, for example `2024-11-28`. */
export const CalendarDate = z.iso.date().describe('Calendar date, `YYYY-MM-DD`.')

/** BCP 47 language tag, for example `zh-Hans-CN`. */
export const Language = z
  .string()
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
  .describe('BCP 47 language tag.')

/** Absolute address with the schemes a reader may follow. */
export const WebUrl = z.url({ protocol: /^https?$/ }).describe('Absolute http or https address.')

/** Channel path: lower-case segments joined by `/`, without a leading or trailing slash, for example `zwzx/zhxw`. */
export const ChannelPath = z
  .string()
  .max(300)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/)
  .describe('Channel path, segments joined by `/`.')

/** Opaque position in a list. Bound to the filters it was issued for. */
export const Cursor = z
  .string()
  .min(1)
  .max(1024)
  .describe('Opaque, signed position in a list; valid only with the filters it was issued for.')
