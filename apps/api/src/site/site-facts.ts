import { SiteFacts } from '@gazette/schema/example'
import type { Site } from '@gazette/schema/site'
import { eq } from '../database/drizzle.ts'
import type { Database, Store, Tables } from '../database/store.ts'

const settingName = 'site'

/** What a new installation says of itself until its operator says better. Numbers nobody was given are empty. */
const unnamedSite: SiteFacts = {
  name: '新闻发布网站',
  shortName: '新闻发布',
  englishName: 'News',
  description: '',
  domain: '127.0.0.1',
  siteIdCode: '',
  sponsor: '',
  organizer: null,
  contact: { address: '', postalCode: '', telephone: '', email: '' },
  icpNumber: '',
  publicSecurityNumber: '',
  languages: ['zh-Hans-CN'],
}

/** The site with its addresses. `sample` is set while sample content is in the database. */
export const readSite = async (
  { db, tables: { settings } }: Store,
  { siteUrl, apiUrl, timeZone }: { siteUrl: string; apiUrl: string; timeZone: string },
): Promise<Site> => {
  const rows = await db.select().from(settings)
  const find = (name: string) => rows.find((row) => row.name === name)?.value
  const stored = find(settingName)
  const facts = stored === undefined ? unnamedSite : SiteFacts.parse(JSON.parse(stored))
  return { ...facts, url: siteUrl, apiUrl, timeZone, sample: find('sample') === 'true' }
}

/** Stores what the operator says of the site. */
export const writeSiteFacts = async ({ settings }: Tables, db: Database, facts: SiteFacts): Promise<void> => {
  const value = JSON.stringify(facts)
  await db.insert(settings).values({ name: settingName, value }).onConflictDoUpdate({ target: settings.name, set: { value } })
}

/** Remembers that the content is a sample. */
export const markAsSample = async ({ settings }: Tables, db: Database): Promise<void> => {
  await db.insert(settings).values({ name: 'sample', value: 'true' }).onConflictDoNothing()
}

/** Whether this database has never been given content. */
export const isEmpty = async ({ db, tables: { channels, settings } }: Store): Promise<boolean> => {
  const [anyChannel, sample] = await Promise.all([
    db.select({ id: channels.id }).from(channels).limit(1),
    db.select({ name: settings.name }).from(settings).where(eq(settings.name, 'sample')).limit(1),
  ])
  return anyChannel.length === 0 && sample.length === 0
}
