import { describe, expect, it } from 'vitest'
import { cutBrowserTitle } from './find-title.ts'
import { splitTitle } from './split-title.ts'

describe('splitTitle', () => {
  it('parts at a double dash and keeps the printed title byte for byte', () => {
    const printed = '风雨同舟担使命 同心筑梦启征程——上虞政协事业高质量发展综述'
    expect(splitTitle(printed, null, null)).toEqual({
      kicker: null,
      title: '风雨同舟担使命 同心筑梦启征程',
      subtitle: '上虞政协事业高质量发展综述',
      fullTitle: printed,
    })
  })

  it('takes a line below that begins with a dash', () => {
    expect(splitTitle('把协商桌搬到田间', '——岚山实践观察', '全过程人民民主')).toEqual({
      kicker: '全过程人民民主',
      title: '把协商桌搬到田间',
      subtitle: '岚山实践观察',
      fullTitle: '把协商桌搬到田间——岚山实践观察',
    })
  })

  it('leaves single hyphens, ranges and a dash at either end alone', () => {
    for (const title of ['2019-2020年工作总结', '新冠肺炎COVID-19防控', '故事——', '——写在后面']) {
      expect(splitTitle(title, null, null)).toMatchObject({ title, subtitle: null })
    }
  })
})

describe('cutBrowserTitle', () => {
  it.each([
    ['外媒眼中的武汉长假：蓬勃发展，欢声笑语_首页武汉_新闻中心_长江网_cjn.cn', '外媒眼中的武汉长假：蓬勃发展，欢声笑语'],
    ['新闻动态--中国地理学会官网', '新闻动态'],
    ['一场会议的始末 - 江城市人民政府', '一场会议的始末'],
    ['一场会议的始末-江城新闻网', '一场会议的始末'],
    ['G20-杭州峰会今天开幕 | 要闻', 'G20-杭州峰会今天开幕'],
  ])('cuts %s', (browserTitle, title) => {
    expect(cutBrowserTitle(browserTitle, '')).toBe(title)
  })

  it('answers null for the name of the site', () => {
    expect(cutBrowserTitle('云溪市政协', '云溪市政协')).toBeNull()
  })
})
