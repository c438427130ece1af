import { describe, expect, it } from 'vitest'
import { exampleArticles } from '../testing/read-examples.ts'
import { toTitleParts } from './title-parts.ts'

const joined = (article: Parameters<typeof toTitleParts>[0]) =>
  toTitleParts(article)
    .map(({ glue, text }) => glue + text)
    .join('')

describe('toTitleParts', () => {
  it('joins to the full title, byte for byte', () => {
    const parts = toTitleParts({
      kicker: null,
      title: '风雨同舟担使命 同心筑梦启征程',
      subtitle: '上虞政协事业高质量发展综述',
      fullTitle: '风雨同舟担使命 同心筑梦启征程——上虞政协事业高质量发展综述',
    })
    expect(parts).toEqual([
      { role: 'title', glue: '', text: '风雨同舟担使命 同心筑梦启征程' },
      { role: 'subtitle', glue: '——', text: '上虞政协事业高质量发展综述' },
    ])
  })

  it('shows a lone title as it was printed', () => {
    expect(joined({ kicker: null, title: '标题', subtitle: null, fullTitle: '《标题》' })).toBe('《标题》')
  })

  it('sets a title piece by piece when the printed one is made differently', () => {
    expect(joined({ kicker: '引题', title: '标题', subtitle: '副题', fullTitle: '别的' })).toBe('引题标题副题')
  })

  it.each([...exampleArticles])('keeps the printed title of %s', (_, article) => {
    expect(joined(article)).toBe(article.fullTitle)
  })
})
