import type { ArticleContent } from '@gazette/schema/article-content'
import { describe, expect, it } from 'vitest'
import { articleContent } from '../testing/article-factory.ts'
import { testEngines } from '../testing/test-engines.ts'
import { buildTestSearch } from './build-test-search.ts'

const article = (title: string, paragraphs: string[] = [], rest: Parameters<typeof articleContent>[0] = {}): ArticleContent =>
  articleContent({ title, body: paragraphs.map((text, index) => ({ type: 'paragraph', id: `p${index}`, spans: [{ text }] })), ...rest })

const on = (date: string) => ({ publishedAt: `${date}T08:00:00+08:00` })

describe.each(testEngines)('search on %s', (engine) => {
  it('finds runs of characters in every part of an article', async () => {
    const { publish, ids } = await buildTestSearch(engine)
    const content = articleContent({
      title: '风雨同舟担使命',
      kicker: '引题在此',
      subtitle: '上虞政协事业综述',
      summary: '摘要文字',
      authors: [{ name: '冯 楠', role: null }],
      editors: [{ name: '编辑甲', role: null }],
      source: { name: '浙江日报', url: null },
      topics: [{ slug: 'democracy', name: '协商民主专题' }],
      keywords: ['关键词条'],
      body: [
        {
          type: 'paragraph',
          id: 'p1',
          spans: [{ text: '协商协商，𠀀𠀁政协，4G网络截至2024年底，感染COVID-19，“双指' }, { text: '数”。', marks: ['strong'] }],
        },
        {
          type: 'list',
          id: 'p2',
          ordered: false,
          items: [{ spans: [{ text: '列表项目' }], items: [{ spans: [{ text: '下级项目' }], items: [] }] }],
        },
        {
          type: 'table',
          id: 'p3',
          caption: '表格标题',
          headerRows: 0,
          headerColumns: 0,
          rows: [[{ spans: [{ text: '单元格子' }], columnSpan: 1, rowSpan: 1 }]],
        },
        { type: 'quote', id: 'p4', spans: [{ text: '引文内容' }], attribution: '引文出处' },
      ],
    })
    await publish('a1', content)
    const queries =
      '风雨 同舟担 引题 虞政 摘要文字 冯楠 冯 编辑甲 浙江日报 商民 关键词条 协商协商 商协 𠀀 𠀀𠀁 𠀁政协 4G网络 G网络 2024年 至2024年底 covid-19 双指数 列表项目 下级 表格标题 单元格子 引文出处'
    for (const query of queries.split(' ')) expect([query, await ids(query)]).toEqual([query, ['a1']])
    for (const query of ['政协商', '年底感', '网络截', '元格子引', '表项目下', '无此文字'])
      expect([query, (await ids(`"${query}"`)).length > 0]).toEqual([query, '网络截' === query])
  })

  it('takes equal forms for equal', async () => {
    const { publish, ids } = await buildTestSearch(engine)
    await publish('a1', article('第十四届委员会', ['二〇二四年召开，数字化ＡＢＣ，臺灣同胞，75周年。']))
    for (const query of ['第14届', '2024年', 'abc', '台湾', '臺灣', '七十五周年', '数字化abc', '第十四屆委員會'])
      expect([query, await ids(query)]).toEqual([query, ['a1']])
  })

  it('joins words by AND, holds phrases together, excludes, and takes all else literally', async () => {
    const { publish, ids } = await buildTestSearch(engine)
    await publish('a1', article('一', ['上虞政协召开会议。']))
    await publish('a2', article('二', ['政协在上虞。']))
    await publish('a3', article('三', ['政协在绍兴。']))
    expect(await ids('上虞 政协')).toEqual(['a1', 'a2'])
    expect(await ids('"上虞政协"')).toEqual(['a1'])
    expect(await ids('政协 -上虞')).toEqual(['a3'])
    expect(await ids('政协 -"上虞政协"')).toHaveLength(2)
    expect(await ids('政 -虞')).toEqual(['a3'])
    expect(await ids('政协 -兴')).toHaveLength(2)
    expect(await ids('兴 政协')).toEqual(['a3'])
    expect(await ids('政协 OR NEAR(上虞)')).toEqual([])
    for (const query of ['"', '%', '*', '政协*', "';--", 'title:政协', '(((', '-', '""', '\\'])
      expect(Array.isArray(await ids(query))).toBe(true)
  })

  it('looks for the words of what is not found as typed', async () => {
    const { publish, find } = await buildTestSearch(engine)
    await publish('a1', article('上虞的消息', ['政协事业高质量发展综述。']))
    await publish('a2', article('无关', ['上虞政协综述。']))
    const answer = await find('上虞政协综述')
    expect(answer.reading).toBe('loose')
    expect(answer.matches.map(({ articleId }) => articleId)).toEqual(['a2', 'a1'])
    expect((await find('"上虞政协综述"')).total).toBe(1)
  })

  it('ranks words above accidental runs, titles above bodies, phrases above scattered words, newer above older', async () => {
    const { publish, ids } = await buildTestSearch(engine)
    await publish('run', article('加强市政协调', ['市政协调小组。'], on('2026-10-01')))
    await publish('body', article('一', ['政协召开会议。'], on('2026-01-01')))
    await publish('older', article('政协会议', ['一。'], on('2025-01-01')))
    await publish('newer', article('政协会议', ['一。'], on('2026-01-01')))
    expect(await ids('政协')).toEqual(['newer', 'older', 'body', 'run'])
    await publish('apart', article('二', ['协商在前，后来才是提案。'], on('2026-09-01')))
    await publish('together', article('三', ['协商提案。'], on('2026-01-01')))
    expect(await ids('协商 提案')).toEqual(['together', 'apart'])
  })

  it('puts the author above those who mention the name', async () => {
    const { publish, ids } = await buildTestSearch(engine)
    await publish('mention', article('一', ['冯楠到会。'], on('2026-09-01')))
    await publish('author', article('二', ['三。'], { authors: [{ name: '冯楠', role: '本报记者' }], ...on('2026-01-01') }))
    expect(await ids('冯楠')).toEqual(['author', 'mention'])
  })

  it('never finds what is not published any more, or not yet', async () => {
    const { publish, publishing, ids } = await buildTestSearch(engine)
    await publishing.createDraft({ channelId: 'c1', content: article('秘密草稿'), id: 'draft' })
    expect(await ids('秘密')).toEqual([])
    await publish('a1', article('公开消息'))
    await publishing.correct('a1', article('更正消息'))
    expect([await ids('公开'), await ids('更正')]).toEqual([[], ['a1']])
    await publishing.withdraw('a1', '有误')
    expect(await ids('更正')).toEqual([])
    await publishing.publish('a1')
    expect(await ids('更正')).toEqual(['a1'])
    await publishing.remove('a1', '有误')
    expect(await ids('更正')).toEqual([])
  })

  it('narrows by channel, kind, author, source, topic and time', async () => {
    const { publish, publishing, ids } = await buildTestSearch(engine)
    const topics = [{ slug: 'a-b', name: '专题' }]
    await publish('a1', article('政协一', [], { kind: 'notice', authors: [{ name: '李 四', role: null }], topics, ...on('2024-03-05') }))
    await publish('a2', article('政协二', [], { source: { name: '新华社', url: null }, ...on('2026-03-05') }), 'c2')
    const narrowed = (filters: object) => ids('政协', { filters: { channelIds: null, ...filters } })
    expect(await narrowed({ channelIds: ['c2'] })).toEqual(['a2'])
    expect(await narrowed({ channelIds: [] })).toEqual([])
    expect(await narrowed({ kind: 'notice' })).toEqual(['a1'])
    expect(await narrowed({ author: '李 四' })).toEqual(['a1'])
    expect(await narrowed({ author: '李四' })).toEqual([])
    expect(await narrowed({ source: '新华社' })).toEqual(['a2'])
    expect(await narrowed({ topic: 'a-b' })).toEqual(['a1'])
    expect(await narrowed({ from: Date.UTC(2024, 2, 5, 0), to: Date.UTC(2024, 2, 5, 1) })).toEqual(['a1'])
    expect(await narrowed({ from: Date.UTC(2024, 2, 5, 1) })).toEqual(['a2'])
    expect(await narrowed({ from: Date.UTC(2026, 0), to: Date.UTC(2025, 0) })).toEqual([])
    await publishing.move('a2', 'c1')
    expect(await narrowed({ channelIds: ['c2'] })).toEqual([])
  })

  it('sorts by time in both directions, and pages neither repeat nor skip while others publish', async () => {
    const { publish, find, ids } = await buildTestSearch(engine)
    for (const day of ['03', '01', '05', '02', '04']) await publish(`d${day}`, article('政协', [], on(`2026-01-${day}`)))
    expect(await ids('政协', { sort: '-publishedAt' })).toEqual(['d05', 'd04', 'd03', 'd02', 'd01'])
    expect(await ids('政协', { sort: 'publishedAt' })).toEqual(['d01', 'd02', 'd03', 'd04', 'd05'])
    const seen: string[] = []
    let page = await find('政协', { limit: 2 })
    for (let number = 0; ; number += 1) {
      seen.push(...page.matches.map(({ articleId }) => articleId))
      await publish(`n${number}`, article('政协', [], on('2026-06-01')))
      const last = page.matches.at(-1)
      if (!page.hasNext || !last) break
      page = await find('政协', { limit: 2, start: { kind: 'after', document: last }, reading: page.reading })
    }
    expect(seen).toEqual(['d05', 'd04', 'd03', 'd02', 'd01'])
    const back = await find('政协', { limit: 2, start: { kind: 'before', document: page.matches[0] ?? { key: 0, docid: 0 } } })
    expect(back.matches.map(({ articleId }) => articleId)).toEqual(['d03', 'd02'])
  })

  it('counts the values of what was found', async () => {
    const { publish, find } = await buildTestSearch(engine)
    await publish('a1', article('政协', [], { topics: [{ slug: 'x', name: '某题' }], ...on('2025-01-01') }))
    await publish('a2', article('政协', [], { source: { name: '新华社', url: null } }), 'c2')
    const { facets, total, totalIsExact } = await find('政协', { facets: true, limit: 1 })
    expect({ total, totalIsExact }).toEqual({ total: 2, totalIsExact: true })
    expect(facets).toEqual({
      channels: [
        { value: 'c1', count: 1 },
        { value: 'c2', count: 1 },
      ],
      kinds: [{ value: 'news', count: 2 }],
      sources: [{ value: '新华社', count: 1 }],
      topics: [{ value: 'x', count: 1 }],
      years: [
        { value: '2025', count: 1 },
        { value: '2026', count: 1 },
      ],
    })
  })

  it('suggests by characters, pinyin and initials, and corrects what finds nothing', async () => {
    const { publish, search, find } = await buildTestSearch(engine)
    await publish('a1', article('上虞政协召开会议', ['一。']))
    for (const typed of ['政', '政协', 'zhengx', 'zx'])
      expect([typed, (await search.suggest(typed)).texts.includes('政协')]).toEqual([typed, true])
    expect((await search.suggest('上虞政')).articleIds).toEqual(['a1'])
    for (const typed of ['正协', '政胁', 'zhengxie', '正协召开']) {
      const { total, suggestion } = await find(typed)
      expect([typed, total, suggestion?.includes('政协')]).toEqual([typed, 0, true])
    }
    expect((await find('绝无此事')).suggestion).toBeNull()
  })

  it('highlights what the index found', async () => {
    const { publish, find, search } = await buildTestSearch(engine)
    const content = article('上虞政协', ['政協事業。'])
    await publish('a1', content)
    const { phrases } = await find('政协')
    expect(await search.highlight([JSON.stringify(content)], phrases)).toEqual([
      {
        title: [
          { text: '上虞', hit: false },
          { text: '政协', hit: true },
        ],
        body: [
          [
            { text: '政協', hit: true },
            { text: '事業。', hit: false },
          ],
        ],
      },
    ])
  })
})
