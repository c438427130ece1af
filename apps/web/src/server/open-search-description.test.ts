import { describe, expect, it } from 'vitest'
import { toOpenSearchDescription } from './open-search-description.ts'

describe('toOpenSearchDescription', () => {
  it('leads to the search of the site, and never lets a name become markup', () => {
    const xml = toOpenSearchDescription({
      name: '甲<b>&"',
      shortName: '一二三四五六七八九十一二三四五六七八',
      url: 'https://www.example.org',
    })
    expect(xml).toContain('template="https://www.example.org/search?q={searchTerms}"')
    expect(xml).toContain('<Description>甲&lt;b&gt;&amp;&quot;</Description>')
    expect(xml).toContain('<ShortName>一二三四五六七八九十一二三四五六</ShortName>')
  })
})
