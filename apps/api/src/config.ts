import { z } from 'zod'
import type { QuotaLimits } from './plugins/quota.ts'

const port = z.coerce.number().int().min(0).max(65_535)

const publicUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !/[?#]/.test(url), 'must not have a query or a fragment')
  .transform((url) => url.replace(/\/+$/, ''))

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  API_PORT: port.default(4000),
  WEB_PORT: port.default(3000),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must be file:… or postgres://…')
    .default('file:data/gazette.db'),
  MEDIA_DIR: z.string().min(1).default('data/media'),
  SEARCH_DIR: z.string().min(1).default('data/search'),
  SITE_URL: publicUrl.optional(),
  API_URL: publicUrl.optional(),
  SAMPLE_CONTENT: z.enum(['on', 'off']).default('on'),
  TIME_ZONE: z.string().refine(isTimeZone, 'must be an IANA time zone such as Asia/Shanghai').default('Asia/Shanghai'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  RATE_LIMIT: z
    .string()
    .regex(/^(off|[1-9]\d{0,8})$/, 'must be off or a number of requests a minute')
    .default('1200'),
  RATE_LIMIT_KEYED: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'must be a number of requests a minute')
    .optional(),
  GAZETTE_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
})

/** The configuration of one process. Addresses have no trailing slash. */
export type Config = {
  host: string
  apiPort: number
  databaseUrl: string
  mediaDirectory: string
  /** The operator's dictionary and synonyms, and the index that PostgreSQL cannot hold. */
  searchDirectory: string
  siteUrl: string
  apiUrl: string
  sampleContent: boolean
  timeZone: string
  logLevel: z.infer<typeof Environment>['LOG_LEVEL']
  /** Requests a caller from elsewhere may make in a minute, without a token and with one; null for any number. */
  requestsPerMinute: QuotaLimits | null
  /** Null when it is to be read from, or made in, the data folder. */
  secret: string | null
}

/** A variable of the environment has a value that cannot be used. The message names each. */
export class ConfigError extends Error {}

const keyedFactor = 10

const toQuotaLimits = ({ RATE_LIMIT, RATE_LIMIT_KEYED }: z.infer<typeof Environment>): QuotaLimits | null => {
  if (RATE_LIMIT === 'off') return null
  const anonymous = Number(RATE_LIMIT)
  const keyed = RATE_LIMIT_KEYED === undefined ? anonymous * keyedFactor : Number(RATE_LIMIT_KEYED)
  if (keyed < anonymous) throw new ConfigError('RATE_LIMIT_KEYED: must not be below RATE_LIMIT; a token raises the quota')
  return { anonymous, keyed }
}

/**
 * Reads the configuration from environment variables. Nothing else reads them.
 * @throws {ConfigError} naming every variable with a wrong value
 */
export const readConfig = (environment: Record<string, string | undefined> = process.env): Config => {
  // An empty variable is an unset one, as in compose files and unit files.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const env = parsed.data
  if (!env.DATABASE_URL.startsWith('file:') && !env.GAZETTE_SECRET) {
    throw new ConfigError('GAZETTE_SECRET: is required with PostgreSQL, so that all processes sign alike')
  }
  return {
    host: env.HOST,
    apiPort: env.API_PORT,
    databaseUrl: env.DATABASE_URL,
    mediaDirectory: env.MEDIA_DIR,
    searchDirectory: env.SEARCH_DIR,
    siteUrl: env.SITE_URL ?? `http://127.0.0.1:${env.WEB_PORT}`,
    apiUrl: env.API_URL ?? `http://127.0.0.1:${env.API_PORT}`,
    sampleContent: env.SAMPLE_CONTENT === 'on',
    timeZone: env.TIME_ZONE,
    logLevel: env.LOG_LEVEL,
    requestsPerMinute: toQuotaLimits(env),
    secret: env.GAZETTE_SECRET ?? null,
  }
}
