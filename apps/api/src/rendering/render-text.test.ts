import type { Block } from '@gazette/schema/block'
import { describe, expect, it } from 'vitest'
import { renderText } from './render-text.ts'
import { sampleBlocks, text } from './sample-blocks.ts'

const expectations: Record<Block['type'], string> = {
  paragraph: '会议指出，深入学习GDP增长\n换行',
  heading: '一、总体要求',
  list: '1. 第一\n   1. 其一\n2. 第二',
  quote: '绿水青山就是金山银山。\n——《人民日报》',
  table: '表1 参会名单\n界别\t姓名\t\n经济\t甲|乙\t丙 丁\n\t戊\t',
  image: '［图片］会议现场 王某 摄',
  gallery: '组图\n［图片］图一\n［图片］二',
  video: '［视频］视频报道\n第一句\n第二句',
  audio: '［音频］a.mp3',
  file: '［文件］委员名单（PDF，1.2 MB）',
  embed: '［链接］直播回放 https://video.example.com/1',
  callout: '提示\n报名已截止。',
  divider: '———',
}

describe('renderText', () => {
  it.each(Object.values(sampleBlocks))('writes a $type block as plain text', (block) => {
    expect(renderText([block])).toBe(expectations[block.type])
  })

  it('separates blocks by one empty line and leaves out those without content', () => {
    expect(renderText([sampleBlocks.heading, { type: 'paragraph', id: 'x', spans: text(' ') }, sampleBlocks.callout])).toBe(
      '一、总体要求\n\n提示\n报名已截止。',
    )
  })

  it('keeps markup a person wrote as the characters it is', () => {
    expect(renderText([{ type: 'paragraph', id: 'p', spans: text('<b>&amp;</b>') }])).toBe('<b>&amp;</b>')
  })

  it('drops control characters and mends lone surrogates', () => {
    expect(renderText([{ type: 'paragraph', id: 'p', spans: text('甲\u0000\u0007乙\uD800\r\n丙') }])).toBe('甲乙\uFFFD\n丙')
  })
})
