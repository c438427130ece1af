import { describe, expect, it } from 'vitest'
import { describeBody, importText } from './read-fixture.ts'

const title = '老旧小区加装电梯提速 三年完成一千部'
const first = '本报记者近日走访多个小区发现，加装电梯的工程进展明显加快，居民们的出行越来越方便。'
const second = '下一步，全市将进一步优化审批流程，加大财政补助力度，让更多居民早日用上电梯。'
const text = `<p>${first}</p><p>${second}</p>`
const nav = `<div class="m">${Array.from({ length: 12 }, (_, index) => `<a href="/n${index}">频道${index}</a>`).join('')}</div>`
const wrap = (body: string, browserTitle = `${title}_江城网`) =>
  `<html><head><meta charset="utf-8"><title>${browserTitle}</title></head><body>${nav}${body}<div>江城网版权所有，未经书面授权禁止使用。</div></body></html>`

describe('pages whose surroundings mislead', () => {
  it('leaves out comments that are longer than the article', () => {
    const comments = `<div class="x"><h4>网友评论</h4>${'<p>这条评论很长，说的是对加装电梯这件事情的看法，觉得很好，也有一些建议。</p>'.repeat(6)}</div>`
    expect(describeBody(importText(wrap(`<h1>${title}</h1><div>2019-09-09 10:00 江城日报</div><div>${text}</div>${comments}`)))).toEqual([
      first,
      second,
    ])
  })

  it('leaves out the box that tells who runs the site, beside a single paragraph', () => {
    const box =
      '<div class="r"><h4>关于我们</h4><p>江城市科学会成立于1956年，是全市科技工作者的学术性群众团体，欢迎广大科技工作者加入。</p></div>'
    expect(
      describeBody(
        importText(wrap(`<div class="l"><h3>${title}</h3><div>2019-09-09　阅读：33次</div><div><p>${first}</p></div></div>${box}`)),
      ),
    ).toEqual([first])
  })

  it('does not take the name of the site for the title, though it is the h1 and the browser title', () => {
    const html = wrap(
      `<h1><a href="/">江城市政协</a></h1><div class="biaoti">${title}</div><div>——江城市加装电梯纪实</div><div>来源：市政协办公室 发布时间：2019-09-09 10:11</div><div>${text}</div>`,
      '江城市政协',
    )
    expect(importText(html).content).toMatchObject({ title, subtitle: '江城市加装电梯纪实', source: { name: '市政协办公室' } })
  })

  it('drops a list of related articles whose links cannot be resolved', () => {
    const article = importText(
      wrap(`<article><h1>${title}</h1>${text}<section><h2>推荐阅读</h2><ul><li><a href="1">另一篇</a></li></ul></section></article>`),
    )
    expect(describeBody(article)).toEqual([first, second])
  })

  it('reads a byline and facts that stand in the same box as the text', () => {
    const facts = '<p>江城日报记者 王强 通讯员 李明</p><p>2019-09-09 07:56 <span>来源：江城日报</span></p>'
    const { content } = importText(wrap(`<div><h1>${title}</h1><div>${facts}</div>${text}</div>`))
    expect(content).toMatchObject({
      publishedAt: '2019-09-09T07:56:00+08:00',
      source: { name: '江城日报' },
      authors: [
        { name: '王强', role: '江城日报记者' },
        { name: '李明', role: '通讯员' },
      ],
    })
    expect(describeBody({ content } as ReturnType<typeof importText>)).toEqual([first, second])
  })

  it('reads an article set with line breaks inside a table cell', () => {
    const html = wrap(
      `<table><tr><td>${title}</td></tr><tr><td>日期：2019-9-9 来源：江城网</td></tr><tr><td><br>　　${first}<br><br>　　${second}<br><center><img src="/1.jpg"><br>加装后的电梯</center></td></tr></table>`,
    )
    expect(describeBody(importText(html))).toEqual([first, second, '![](m1) 加装后的电梯 | '])
  })
})
