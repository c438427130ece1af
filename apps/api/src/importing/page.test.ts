import { ArticleContent } from '@gazette/schema/article-content'
import { describe, expect, it } from 'vitest'
import { describeBody, importFixture, listCodes } from './read-fixture.ts'

describe('a page of Hanweb JCMS', () => {
  const article = importFixture('jcms.html')
  const { content } = article

  it('has the facts of its tags and lines', () => {
    expect(content).toMatchObject({
      title: '市政协召开“数字赋能 社区养老”专题协商会',
      publishedAt: '2023-06-16T09:41:00+08:00',
      publishedPrecision: 'minute',
      source: { name: '市政协办公室', url: null },
      keywords: ['政协', '协商', '养老'],
      summary: '6月15日，市政协召开专题协商会，为社区养老建言。',
      authors: [
        { name: '罗昌亮', role: '记者' },
        { name: '覃可论', role: '通讯员' },
      ],
      editors: [{ name: '王一平', role: '责任编辑' }],
    })
    expect(article.trail).toEqual(['首页', '新闻中心', '工作动态'])
    expect(article.legacyUrl).toBe('https://www.yunxi.example/art/2023/6/16/art_1229_58811.html')
  })

  it('has what stands between the markers, and nothing else', () => {
    expect(describeBody(article)).toEqual([
      '6月15日，市政协召开“数字赋能 社区养老”专题协商会。市政协主席李云出席并讲话，副主席周敏主持会议。',
      '## 找准“小切口”',
      '会前，市政协社会法制委员会组织委员走访12个社区、访问老人240余名，形成调研报告1份、建议清单23条，此前的调研为协商打下了基础。',
      '![协商会现场](m1) 图为协商会现场。 | 通讯员 陈晨 摄',
      '## 答好“民生题”',
      '委员们建议，把智能设备送到床前，把服务送到家门口；部门负责人现场回应，逐条答复。',
      '会议强调，协商成果要落到实处，让老年人有更多获得感。',
    ])
  })

  it('keeps links absolute, emphasis as marks, the declared image as cover and the attachment below the text', () => {
    const [, , second] = content.body
    expect(second).toMatchObject({
      spans: [{}, { text: '此前的调研', href: 'https://www.yunxi.example/art/2023/5/8/art_1229_58102.html' }, {}],
    })
    expect(content.body[5]).toMatchObject({ spans: [{}, { text: '把智能设备送到床前', marks: ['strong'] }, {}] })
    expect(content.cover).toMatchObject({ media: { id: 'm1' }, alt: '协商会现场' })
    expect(content.attachments).toEqual([{ media: { id: 'm2' }, title: '建议清单.pdf' }])
    expect(article.media).toMatchObject([
      {
        id: 'm1',
        url: 'https://www.yunxi.example/picture/0/2306160941.jpg',
        foundUrl: '/picture/0/2306160941.jpg',
        width: 600,
        height: 400,
      },
      { id: 'm2', kind: 'file', mimeType: 'application/pdf' },
    ])
  })

  it('is content the contract accepts, the same every time', () => {
    expect(ArticleContent.parse(content)).toEqual(content)
    expect(JSON.stringify(importFixture('jcms.html'))).toBe(JSON.stringify(article))
  })
})

describe('a page of TRS', () => {
  const article = importFixture('trs.shtml')

  it('has kicker, subtitle, source with its link, and the address that its relative one resolves to', () => {
    expect(article.content).toMatchObject({
      kicker: '践行全过程人民民主',
      title: '岚山县政协：把协商桌搬到田间地头',
      subtitle: '“有事好商量”岚山实践观察',
      fullTitle: '岚山县政协：把协商桌搬到田间地头——“有事好商量”岚山实践观察',
      publishedAt: '2019-09-18T08:20:00+08:00',
      source: { name: '岚山日报', url: 'http://www.lanshandaily.example/' },
      origin: 'reprint',
      authors: [
        { name: '赵长河', role: null },
        { name: '孙丽', role: null },
      ],
      editors: [{ name: '钱进', role: '责任编辑' }],
    })
    expect(article.trail).toEqual(['首页', '县区政协'])
    expect(article.legacyUrl).toBe('http://www.lanshan.example/xqzx/201909/t20190918_693227.shtml')
    expect(article.media[0]?.url).toBe('http://www.lanshan.example/xqzx/201909/W020190918266010069764.jpg')
  })

  it('has headings, a caption with its credit, a quotation, a nested list and the paragraph behind a line break', () => {
    expect(describeBody(article)).toEqual([
      '秋收时节，岚山县石桥镇的打谷场上摆开了一张长桌。委员、村民和部门负责人围坐一起，商量灌溉用水怎么分。',
      '## 一、桌子摆在哪里',
      '“问题在哪里，桌子就摆在哪里。”县政协主席高原说。今年以来，全县共举办田间协商会46场，解决问题112个。',
      '![](m1) 委员与村民在打谷场协商。 | 岚山日报记者 赵长河 摄',
      '## 二、结果谁来落实',
      '协商形成的纪要，由县委办、政府办联合督办；落实情况，由委员和村民共同评议。',
      '石桥镇的分水方案执行三个月，没有发生一起纠纷。',
      '> 有事好商量，众人的事情由众人商量。',
      '- 选题：由群众提 - 过程：请群众看 -- 现场直播 - 结果：让群众评',
    ])
  })

  it('says that it is one page of two', () => {
    expect(article.report.find((entry) => entry.code === 'multi-page')?.excerpt).toBe('第 1 页，共 2 页')
  })
})

describe('a page of a platform nobody knows', () => {
  const article = importFixture('news.html')

  it('has the facts around the title', () => {
    expect(article.content).toMatchObject({
      fullTitle: '雨季来临，老城区的排水管网准备好了吗？',
      publishedAt: '2022-05-13T07:02:00+08:00',
      source: { name: '江城晚报', url: 'https://www.chengbao.example/' },
      authors: [
        { name: '林晓', role: '江城晚报记者' },
        { name: '何川', role: '江城晚报记者' },
      ],
      editors: [{ name: '吴越', role: '责编' }],
    })
    expect(article.trail).toEqual(['首页', '社会'])
    expect(article.legacyUrl).toBe('https://news.jiangcheng.example/a/20220513/118.html')
    expect(listCodes(article)).toContain('source-unlabelled')
  })

  it('has the text without comments, recommendations and the rest of the page; lazily loaded images with their captions', () => {
    expect(describeBody(article)).toEqual([
      '江城晚报记者 林晓 何 川',
      '进入5月，江城连续出现强降雨。记者走访发现，三条老街的排水管网改造已经完成，另有两条正在施工，预计本月底完工。',
      '![](m1) 施工人员在清理雨水井。 | ',
      '## 管网普查：每一口井都有档案',
      '市水务局介绍，去年启动的普查为全市3.6万口检查井建立了档案，堵点、断点一目了然。“心里有数，下雨不慌。”一位养护工人说。',
      '![](m2) 新铺设的管道。 | ',
      '专家提醒，排水管网是城市的“里子”，需要长期投入，不能等到积水了才想起它。',
      '![](m3) 改造后的槐树街。 | ',
      '截至目前，全市今年已投入改造资金2.4亿元。',
      '下载江城APP，第一时间看新闻。立即下载',
    ])
    expect(article.media.map((media) => media.url)).toEqual(
      [1, 2, 3].map((number) => `https://img.jiangcheng.example/2022/0513/${number}.jpg`),
    )
  })
})

describe('a notice with a table and attachments', () => {
  const article = importFixture('notice.html')

  it('is an official document with its fields', () => {
    expect(article.content.kind).toBe('notice')
    expect(article.content.official).toEqual({
      indexNumber: '002489/2024-00013',
      documentNumber: '云教〔2024〕13号',
      issuer: '云溪市教育局',
      writtenOn: '2024-03-29',
      validity: 'valid',
    })
    expect(article.content.source?.name).toBe('市教育局')
  })

  it('keeps the spans of the table, its caption and its two header rows', () => {
    const table = article.content.body.find((block) => block.type === 'table')
    expect(table).toMatchObject({ caption: '2024年招生计划', headerRows: 2, headerColumns: 0 })
    expect(table?.rows.map((row) => row.map((cell) => [cell.spans[0]?.text, cell.columnSpan, cell.rowSpan]))).toEqual([
      [
        ['区', 1, 2],
        ['计划（人）', 2, 1],
      ],
      [
        ['小学', 1, 1],
        ['初中', 1, 1],
      ],
      [
        ['东城区', 1, 1],
        ['6800', 1, 1],
        ['6150', 1, 1],
      ],
      [
        ['西城区', 1, 1],
        ['6000', 1, 1],
        ['5800', 1, 1],
      ],
    ])
  })

  it('keeps salutation, sign-off and contact as text, and attachments where they stand', () => {
    const body = describeBody(article)
    expect(body[0]).toBe('各区教育局，市直属各学校：')
    expect(body.filter((line) => line.startsWith('#'))).toEqual(['## 一、招生计划', '## 二、报名材料', '### （一）时间安排'])
    expect(body.slice(-5)).toEqual([
      '[附件：1.招生报名登记表](m1)',
      '[2.学校咨询电话一览表.xls](m2)',
      '云溪市教育局',
      '2024年3月29日',
      '（联系人：刘 敏，联系电话：0571-00000000）',
    ])
    expect(article.content.attachments.map(({ title }) => title)).toEqual(['附件：1.招生报名登记表', '2.学校咨询电话一览表.xls'])
  })
})

describe('an old page of tables and line breaks that says GB2312', () => {
  const article = importFixture('legacy-gb2312.html')

  it('is read as GB18030, so that no character of GBK or beyond is lost', () => {
    expect(article.content.title).toBe('市政协文史委走访朱镕同志旧居')
    expect(describeBody(article)).toEqual([
      '3月5日，市政协文史委一行走访了临江老街上的旧居，听取喆先生的后人讲述往事。',
      '旧居始建于清末，砖木结构，至今保存完好。委员们仔细察看了梁架、门窗和院中的古井㐱，并作了记录。',
      '大家建议，尽快将旧居列入文物保护单位，同时抢救口述史料。',
    ])
  })

  it('takes the name behind the box that became 口, and the date of update for want of another', () => {
    expect(article.content.authors.map(({ name }) => name)).toContain('黄正华')
    expect(article.content).toMatchObject({ publishedAt: '2008-03-06T00:00:00+08:00', publishedPrecision: 'day' })
    expect(listCodes(article)).toEqual(expect.arrayContaining(['date-of-update', 'signature-line']))
    expect(article.trail).toEqual(['首页', '政协要闻'])
  })
})
