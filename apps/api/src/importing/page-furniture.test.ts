import { describe, expect, it } from 'vitest'
import { isNeighbourLine, isRelatedTitle, judgeFurniture } from './page-furniture.ts'

describe('judgeFurniture', () => {
  it.each([
    '【打印本页】【关闭本页】',
    '【打印此页】 【关闭窗口】',
    '分享到：',
    '分享到:0',
    '分享到： 微信 新浪微博 QQ空间',
    '字体:[ ]',
    '字号：[大 中 小]',
    '字体：大 中 小',
    '浏览次数：1024 次',
    '阅读量：15878',
    '点击：33',
    '返回顶部',
    '我要纠错',
  ])('is certain of %s', (line) => {
    expect(judgeFurniture(line)).toBe('certain')
  })

  it.each(['打印', '关闭', '打印 | 关闭', '扫一扫在手机打开当前页', '推荐 99'])('finds %s likely at the edges', (line) => {
    expect(judgeFurniture(line)).toBe('likely')
  })

  it.each([
    '分享到更多经验，是这次会议的目的。',
    '打印本页说明书一百份',
    '关闭窗口，打开心门',
    '大中小学思政课一体化建设',
    '字体设计大赛今天开幕',
    '浏览次数突破一亿',
    '1',
    '2024年',
    '大',
  ])('keeps %s', (line) => {
    expect(judgeFurniture(line)).toBeNull()
  })

  it('knows neighbours and titles of link lists', () => {
    expect(isNeighbourLine('上一篇：市政协召开主席会议')).toBe(true)
    expect(isNeighbourLine('上一篇章写得好')).toBe(false)
    expect(isRelatedTitle('相关阅读')).toBe(true)
    expect(isRelatedTitle('【相关链接】')).toBe(true)
    expect(isRelatedTitle('相关链接中的故事')).toBe(false)
  })
})
