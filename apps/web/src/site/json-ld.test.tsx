import { describe, expect, it } from 'vitest'
import { toArticleJsonLd } from '../article/article-json-ld.ts'
import { render } from '../testing/markup.ts'
import { exampleArticles, exampleSite } from '../testing/read-examples.ts'
import { JsonLd, toScriptJson } from './json-ld.tsx'

describe('toScriptJson', () => {
  it('cannot end the element it stands in', () => {
    const value = { headline: '</script><!--<script>\u2028&' }
    expect(toScriptJson(value)).not.toMatch(/[<>&\u2028]/)
    expect(JSON.parse(toScriptJson(value))).toEqual(value)
  })
})

describe('JsonLd', () => {
  it.each([...exampleArticles])('describes %s without repeating its text', (_, article) => {
    const markup = render(<JsonLd data={toArticleJsonLd(article, exampleSite)} />)
    const data = JSON.parse(markup.replace(/<[^>]*>/g, ''))
    expect(data[0]).toMatchObject({ '@type': 'NewsArticle', datePublished: article.publishedAt, mainEntityOfPage: article.url })
    expect(data[0].headline.length).toBeLessThanOrEqual(110)
    expect(data[0]).not.toHaveProperty('articleBody')
    expect(data[1].itemListElement.at(0)).toMatchObject({ position: 1, name: '首页' })
  })
})
