import { describe, expect, it } from 'vitest'
import { exampleArticles } from '../testing/read-examples.ts'
import { toPhrases } from './phrases.ts'

describe('toPhrases', () => {
  it.each([...exampleArticles].map(([, { fullTitle }]) => fullTitle))('cuts “%s” without changing a character', (title) => {
    expect(toPhrases(title).join('')).toBe(title)
  })

  it('never ends a line before a closing mark or after an opening one', () => {
    for (const phrase of toPhrases('关于印发《汀川市政协“桥头议事”工作规则》的通知')) {
      expect(phrase).not.toMatch(/^[》”’」』）】，。、；：？！]/)
      expect(phrase).not.toMatch(/[《“‘「『（【]$/)
    }
  })

  it('tears no short name in quotation marks apart, and lets long ones break', () => {
    expect(toPhrases('关于举办第十二期“桥头议事”活动的通知')).toContain('“桥头议事”')
    expect(toPhrases('关于公开征求《关于进一步健全联合调研、联合协商、联合监督工作机制的意见》的公告').length).toBeGreaterThan(8)
  })

  it('tears no short name apart inside a long one', () => {
    expect(toPhrases('关于印发《汀川市政协“桥头议事”工作规则》的通知')).toContain('“桥头议事”')
  })

  it('keeps a number in one piece and with its unit', () => {
    expect(toPhrases('2025年度提案情况统计')[0]).toMatch(/^2025年/)
    expect(toPhrases('关于举办第十二期活动的通知')).toContain('第十二期')
    expect(toPhrases('市政协五届二十三次常委会会议')).toContain('二十三次')
  })

  it('has no phrase for an empty title', () => {
    expect(toPhrases('')).toEqual([])
  })
})
