import { findFurniture } from './page-furniture.ts'
import { listMoments } from './parse-published.ts'

/** What a label announces. */
export type LabelKey =
  | 'source'
  | 'issuer'
  | 'author'
  | 'editor'
  | 'published'
  | 'updated'
  | 'written'
  | 'indexNumber'
  | 'documentNumber'
  | 'validity'
  | 'other'

/** A label with its value on a line; `end` is where the value ends. */
export type Labelled = { key: LabelKey; label: string; value: string; start: number; end: number }

const labels: Record<LabelKey, string> = {
  source: '信息来源|文章来源|新闻来源|稿件来源|内容来源|转载来源|来源单位|供稿单位|来源|稿源|出处',
  issuer: '发文机关|发布机构|发文单位|发布单位|发布部门|制发机关|制定机关|公开责任部门|信息发布机构|信息提供',
  author: '文章作者|作者|撰稿人|撰稿|撰文|执笔|通讯员|本报记者|记者',
  editor:
    '本文责任编辑|责任编辑|网络编辑|值班编辑|文字编辑|图文编辑|本文责编|责编|编辑|编审|编辑人|审核人|审核|审稿|初审|复审|终审|一审|二审|三审|责任校对|校对|校核|校审|监制|签发人|签发|核发|值班主任|值班主编|值班总编|主编|副主编|总编辑|总编|美编|录入人员|录入人|录入员|录入|发布人|上传|信息员|责任审核',
  published: '发布时间|发布日期|发表时间|发表日期|发稿时间|发布于|公开日期|公开时间|刊发日期|刊登日期|发文日期|日期|时间',
  updated: '更新时间|更新日期|修改时间|最后更新|最后修改',
  written: '成文日期|成文时间|印发日期|生成日期|形成日期',
  indexNumber: '信息索引号|索引号|索引码|索取号|索 引 号',
  documentNumber: '发文字号|文件编号|文号|发文文号|文件字号|公文文号',
  validity: '有效性|效力状态|文件状态|时效状态|有效状态',
  other:
    '主题分类|主题词|公开方式|公开范围|公开时限|公开形式|公开类别|信息名称|标题|名称|信息分类|体裁分类|组配分类|服务对象|主题|体裁|载体类型|关键词|关键字|浏览次数|浏览量|浏览|点击数|点击率|点击次数|点击|阅读次数|阅读量|阅读|访问次数|访问量|人气|字体大小|字体|字号|分享到|分享|责任部门|所属栏目|所属分类|所属类别|栏目|信息类别|分类|地址|失效日期|废止日期|实施日期|生效日期|登记号|统一登记号',
}

const spaced = (label: string) => [...label.replaceAll(' ', '')].join('[ \\u3000\\t]{0,4}')
const byLabel = new Map<string, LabelKey>()
for (const [key, names] of Object.entries(labels))
  for (const name of names.split('|')) byLabel.set(name.replaceAll(' ', ''), key as LabelKey)
const alternatives = [...byLabel.keys()].sort((one, other) => other.length - one.length).map(spaced)
const pattern = new RegExp(`(?<![\\p{Script=Han}])(${alternatives.join('|')})[ \\t]{0,4}[】\\])）]?[:：][】\\])）]?`, 'gu')

const lengthMax = 600

/** Cuts a value where something else begins: a wide gap, a stroke, a closing bracket, furniture, a date behind a name. */
const cutValue = (raw: string, key: LabelKey): string => {
  let value = raw.replace(/^[\s]+/, '')
  const stop = value.search(/[\t|｜丨】\]]|\s[-—]{1,2}\s?$|[（(【[]?\s?(?:打印|字号|字体)/)
  if (stop >= 0) value = value.slice(0, stop)
  const furniture = findFurniture(value)
  if (furniture >= 0) value = value.slice(0, furniture)
  if (key === 'source' || key === 'author' || key === 'editor' || key === 'issuer') {
    const date = listMoments(value)[0]
    if (date !== undefined) value = value.slice(0, date.start)
  }
  return value.replace(/[\s【[（(，,；;]+$/, '').trim()
}

/** All `label：value` pairs of a line, in order. A tab in the text is a wide gap or the end of an element. */
export const readLabels = (text: string): Labelled[] => {
  if (text.length > lengthMax || !/[:：]/.test(text)) return []
  const matches = [...text.matchAll(pattern)]
  return matches.map((match, index) => {
    const start = match.index
    const valueStart = start + match[0].length
    const end = matches[index + 1]?.index ?? text.length
    const label = (match[1] ?? '').replace(/\s/g, '')
    const key = byLabel.get(label) ?? 'other'
    const value = cutValue(text.slice(valueStart, end), key)
    const valueEnd = value === '' ? valueStart : text.indexOf(value, valueStart) + value.length
    return { key, label, value, start, end: valueEnd }
  })
}
