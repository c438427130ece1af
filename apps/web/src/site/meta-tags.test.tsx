import { describe, expect, it } from 'vitest'
import { exampleArticles, exampleSite, getExample } from '../testing/read-examples.ts'
import { articleMetaTags, channelMetaTags, siteMetaTags } from './meta-tags.ts'

const namesOf = (tags: { name: string }[]) => tags.map(({ name }) => name)
const contentOf = (tags: { name: string; content: string }[], name: string) => tags.find((tag) => tag.name === name)?.content

describe('siteMetaTags', () => {
  it('names the site in the case the rules print', () => {
    expect(namesOf(siteMetaTags(exampleSite))).toEqual(['SiteName', 'SiteDomain', 'SiteIDCode'])
  })
})

describe('channelMetaTags', () => {
  it('carries every tag a list page must have', () => {
    const tags = channelMetaTags({ name: '综合新闻', description: '说明', keywords: ['甲', '乙'], columnType: '工作动态' })
    expect(namesOf(tags)).toEqual(['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'])
    expect(contentOf(tags, 'ColumnKeywords')).toBe('甲,乙')
  })
})

describe('articleMetaTags', () => {
  it.each([...exampleArticles])('carries every tag %s must have, each once', (_, article) => {
    const names = namesOf([...siteMetaTags(exampleSite), ...articleMetaTags(article, exampleSite)])
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(expect.arrayContaining(['ColumnName', 'ArticleTitle', 'PubDate', 'ContentSource', 'Url']))
  })

  it('gives the time as YYYY-MM-DD HH:MM in the zone of the site', () => {
    for (const article of exampleArticles.values()) {
      expect(contentOf(articleMetaTags(article, exampleSite), 'PubDate')).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)
    }
  })

  it('gives the permanent address', () => {
    const article = getExample('no-source')
    expect(contentOf(articleMetaTags(article, exampleSite), 'Url')).toBe(article.url)
  })

  it('names the publisher as the source where no other is known', () => {
    expect(contentOf(articleMetaTags(getExample('no-source'), exampleSite), 'ContentSource')).toBe(exampleSite.sponsor)
  })
})
