import { describe, expect, it } from 'vitest'
import { recogniseEditors } from './recognise-editors.ts'
import { findTrailingSignature, recogniseByline, recogniseSignature } from './recognise-signature.ts'

const names = (line: string) => recogniseSignature(line)?.map(({ name, role }) => (role === null ? name : `${role} ${name}`)) ?? null

describe('recogniseSignature', () => {
  it.each([
    ['(冯 楠)', ['冯楠']],
    ['（冯　楠）', ['冯楠']],
    ['（黄荞丹 覃可论）', ['黄荞丹', '覃可论']],
    ['（作者：本报记者 罗昌亮）', ['本报记者 罗昌亮']],
    ['（作者：本报首席记者 罗昌亮）', ['本报首席记者 罗昌亮']],
    ['（本报记者罗昌亮 通讯员覃可论、李 明）', ['本报记者 罗昌亮', '通讯员 覃可论', '通讯员 李明']],
    ['口黄正华', ['黄正华']],
    ['□ 黄正华', ['黄正华']],
    ['■本报记者 张三丰', ['本报记者 张三丰']],
    ['作者：阿依古丽·买买提', ['阿依古丽·买买提']],
    ['（欧阳修文）', ['欧阳修文']],
    ['文/老舍', ['老舍']],
  ])('reads %s', (line, expected) => {
    expect(names(line)).toEqual(expected)
  })

  it.each([
    '（新华社）',
    '（壮族）',
    '（女，壮族）',
    '（作者系江城大学教授）',
    '（作者为市政协委员）',
    '（全文）',
    '（完）',
    '（人民日报）',
    '（资料来源：参考消息、海外网等）',
    '（实习生王金茹对此文亦有贡献）',
    '（2024年11月28日）',
    '（安徽）',
    '（市政协办公室）',
    '口号要响亮',
    '口述历史',
    '黄正华',
    '（联系人：刘 敏，联系电话：0571-00000000）',
  ])('leaves %s alone', (line) => {
    expect(names(line)).toBeNull()
  })

  it('finds a signature behind the last sentence, and no unit or place', () => {
    expect(findTrailingSignature('作出更大贡献。（黄荞丹 覃可论）')?.authors.map(({ name }) => name)).toEqual(['黄荞丹', '覃可论'])
    expect(findTrailingSignature('作出更大贡献。（新华社）')).toBeNull()
    expect(findTrailingSignature('三位委员（王一平）')).toBeNull()
  })

  it('reads bylines and datelines at the beginning', () => {
    expect(recogniseByline('澎湃新闻记者 段彦超 廖艳')).toMatchObject({
      alone: true,
      authors: [{ name: '段彦超', role: '澎湃新闻记者' }, { name: '廖艳' }],
    })
    expect(recogniseByline('执笔/叨叨姐、胡一刀&李小飞刀')?.authors.map(({ name }) => name)).toEqual(['叨叨姐', '胡一刀', '李小飞刀'])
    expect(recogniseByline('本报讯（记者 罗昌亮 通讯员 覃可论）6月15日，会议召开。')).toMatchObject({
      alone: false,
      authors: [
        { name: '罗昌亮', role: '记者' },
        { name: '覃可论', role: '通讯员' },
      ],
    })
    expect(recogniseByline('长江网10月4日讯（记者陈智 整合）国庆长假过半。')?.authors).toEqual([{ name: '陈智', role: '记者' }])
    expect(recogniseByline('记者从会议上获悉，今年工作进展顺利。')).toBeNull()
  })
})

describe('recogniseEditors', () => {
  it.each([
    ['责任编辑：李明', ['责任编辑 李明']],
    ['【编辑：姚昊】', ['编辑 姚昊']],
    ['(责编：董晓伟、杨倩)', ['责编 董晓伟', '责编 杨倩']],
    ['编辑：甲一 校对：乙 二 审核：丙三', ['编辑 甲一', '校对 乙二', '审核 丙三']],
  ])('reads %s', (line, expected) => {
    expect(recogniseEditors(line)?.map(({ name, role }) => `${role} ${name}`)).toEqual(expected)
  })

  it('leaves sentences alone', () => {
    expect(recogniseEditors('编辑：这是一份怎样的工作？')).toBeNull()
    expect(recogniseEditors('责任编辑制度实施以来，差错减少。')).toBeNull()
  })
})
