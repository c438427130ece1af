import type { Line } from './collect-lines.ts'
import type { Report } from './report.ts'

const trsPager = /createPageHTML\s{0,4}\(\s{0,4}(\d{1,4})\s{0,4},\s{0,4}(\d{1,4})/
const countVariable = /\bcountPage\s{0,4}=\s{0,4}(\d{1,4})/
const written =
  /第\s{0,4}(\d{1,3})\s{0,4}页\s{0,4}[/／,，(（]?\s{0,4}共\s{0,4}(\d{1,3})\s{0,4}页|共\s{0,4}(\d{1,3})\s{0,4}页\s{0,4}[,，]?\s{0,4}(?:当前)?第\s{0,4}(\d{1,3})\s{0,4}页/

/** Reports that a file is one page of an article that has several: TRS pagers (countPage), 第 1 页/共 3 页. */
export const findPageCount = (scripts: readonly string[], lines: readonly Line[], report: Report): void => {
  for (const script of scripts) {
    const text = script.slice(0, 100_000)
    const pager = trsPager.exec(text)
    const count = Number(pager?.[1] ?? countVariable.exec(text)?.[1] ?? 1)
    if (count > 1) {
      report.add('multi-page', pager === null ? `共 ${count} 页` : `第 ${Number(pager[2]) + 1} 页，共 ${count} 页`)
      return
    }
  }
  for (const line of lines) {
    const match = line.plain.length <= 100 ? written.exec(line.plain) : null
    const count = Number(match?.[2] ?? match?.[3] ?? 1)
    if (match === null || count <= 1) continue
    report.add('multi-page', `第 ${match[1] ?? match[4]} 页，共 ${count} 页`)
    return
  }
}
