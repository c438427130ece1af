import type { Contributor } from '@gazette/schema/article-content'
import { readContributors } from './read-contributors.ts'
import { readLabels } from './read-labels.ts'

const lengthMax = 120

/**
 * Editors of a line that names them and nothing else: 责任编辑：李明, 【编辑：姚昊】, (责编：董晓、杨倩), 编辑：甲 校对：乙 审核：丙.
 * The role is the label as printed. Null when anything else is on the line.
 */
export const recogniseEditors = (line: string): Contributor[] | null => {
  if (line.length > lengthMax) return null
  const text = line.trim().replace(/^[（(【[「]\s?|\s?[」\]】)）]$/g, '')
  const labels = readLabels(text)
  if (labels.length === 0 || labels.some(({ key }) => key !== 'editor') || labels[0]?.start !== 0) return null
  const editors: Contributor[] = []
  for (const [index, { label, value, end }] of labels.entries()) {
    const next = labels[index + 1]?.start ?? text.length
    if (text.slice(end, next).replace(/[\s|｜丨/、，,；;（）()【】[\]]/g, '') !== '') return null
    const people = readContributors(value, true)
    if (people === null) return null
    editors.push(...people.map(({ name }) => ({ name, role: label })))
  }
  return editors
}
