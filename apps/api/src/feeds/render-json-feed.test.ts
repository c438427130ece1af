import { describe, expect, it } from 'vitest'
import { renderJsonFeed } from './render-json-feed.ts'
import { feedArticle, hostileTitles, sampleFeed } from './sample-feed.ts'

const read = (feed = sampleFeed()) => JSON.parse(renderJsonFeed(feed))

describe('renderJsonFeed', () => {
  it('has what JSON Feed 1.1 asks of a feed', () => {
    expect(read(sampleFeed({ articles: [] }))).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: '综合新闻 · 示例政协网',
      home_page_url: 'https://www.example.org/zwzx/zhxw/',
      feed_url: 'https://www.example.org/zwzx/zhxw/feed.rss',
      description: '综合新闻',
      language: 'zh-Hans-CN',
      authors: [{ name: '示例政协网', url: 'https://www.example.org/' }],
      items: [],
    })
  })

  it('has what JSON Feed 1.1 asks of an item', () => {
    const body = [{ type: 'paragraph' as const, id: 'p', spans: [{ text: '正文' }] }]
    expect(read(sampleFeed({ articles: [feedArticle({ body, source: null })] })).items).toEqual([
      {
        id: 'https://www.example.org/articles/a1',
        url: 'https://www.example.org/articles/a1',
        title: '政协召开会议',
        summary: '会议摘要',
        content_html: '<p>正文</p>',
        date_published: '2024-11-28T00:00:00+08:00',
        date_modified: '2024-11-29T09:30:00+08:00',
        language: 'zh-Hans-CN',
        authors: [{ name: '张三' }],
        tags: ['民生'],
      },
    ])
  })

  it('lists every file with its type and size', () => {
    expect(read().items[0].attachments).toEqual([
      { url: 'https://example.org/v.mp4', mime_type: 'video/mp4', title: '视频报道', size_in_bytes: 2048 },
      { url: 'https://example.org/a.mp3', mime_type: 'audio/mpeg', title: 'a.mp3', size_in_bytes: 2048 },
      { url: 'https://example.org/f.pdf', mime_type: 'application/pdf', title: '委员名单', size_in_bytes: 1_258_291 },
    ])
  })

  it.each(hostileTitles)('is well-formed Unicode without control characters with %j', (written) => {
    const json = renderJsonFeed(sampleFeed({ title: written, articles: [feedArticle({ title: written, summary: written })] }))
    expect(json.isWellFormed()).toBe(true)
    expect(JSON.parse(json).items[0].title).not.toMatch(/[^\P{Cc}\t\n]/u)
  })
})
