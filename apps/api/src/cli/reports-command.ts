import { ReportNumber, ReportStatus } from '@gazette/schema/report'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { createAddresses } from '../addresses.ts'
import type { Installation } from '../open-installation.ts'
import type { StoredReport } from '../reports/receive-report.ts'
import { answerReport, closeReport, getReport, listReports } from '../reports/report-queue.ts'
import { toZonedInstant } from '../time-zone.ts'
import { say, sayJson, withInstallation } from './with-installation.ts'

const limitMaximum = 10_000

type Common = { json?: boolean }

const parseNumber = (value: string): string => {
  const number = ReportNumber.safeParse(value.toLowerCase())
  if (number.success) return number.data
  throw new InvalidArgumentError('编号，如 20261128-7k2m9q4x · a number such as 20261128-7k2m9q4x')
}

const parseLimit = (value: string): number => {
  const limit = /^\d{1,5}$/.test(value) ? Number(value) : 0
  if (limit >= 1 && limit <= limitMaximum) return limit
  throw new InvalidArgumentError(`1 至 ${limitMaximum} · from 1 to ${limitMaximum}`)
}

const parseText = (value: string): string => {
  const text = value.trim()
  if (text !== '' && text.length <= 2000) return text
  throw new InvalidArgumentError('1 至 2000 字 · 1 to 2000 characters')
}

const statusWords = { open: '待办 open', answered: '已答复 answered', closed: '已办结 closed' } as const

/** What editors see of a report; where it came from is not for them either. */
const toView = ({ config }: Installation, report: StoredReport) => {
  const instant = (at: number | null) => (at === null ? null : toZonedInstant(at, config.timeZone))
  const { number, status, kind, articleId, quote, message, contact, answer, note, createdAt, answeredAt, closedAt } = report
  const url = articleId === null ? report.url : createAddresses(config).article(articleId)
  const instants = { receivedAt: instant(createdAt), answeredAt: instant(answeredAt), closedAt: instant(closedAt) }
  return { number, status, kind, articleId, url, quote, message, contact: contact || null, answer, note, ...instants }
}
type View = ReturnType<typeof toView>

const sayLine = ({ number, status, kind, url, message, receivedAt }: View): void =>
  say(`${number}  ${statusWords[status]}  ${receivedAt}  ${kind}  ${url}  ${message.replaceAll(/\s+/g, ' ').slice(0, 60)}`)

const sayWhole = (view: View): void => {
  const lines: [string, string | null][] = [
    ['编号 number', view.number],
    ['状态 status', statusWords[view.status]],
    ['收到 received', view.receivedAt],
    ['类型 kind', view.kind],
    ['页面 page', view.url],
    ['原文 quote', view.quote],
    ['问题 message', view.message],
    ['联系 contact', view.contact],
    ['答复 answer', view.answer],
    ['答复时间 answered', view.answeredAt],
    ['办结 closed', view.closedAt],
    ['备注 note', view.note],
  ]
  for (const [name, value] of lines) if (value) say(`${name}：${value}`)
}

const sayReport = (installation: Installation, report: StoredReport, { json }: Common): void => {
  const view = toView(installation, report)
  if (json) sayJson(view)
  else sayWhole(view)
}

const jsonOption = ['--json', '输出 JSON · JSON output'] as const

const addReading = (reports: Command): void => {
  reports
    .command('list', { isDefault: true })
    .description('列出纠错，默认只列待办 · List reports, the open ones by default')
    .addOption(new Option('--status <status>', '状态 · state').choices([...ReportStatus.options, 'all']).default('open'))
    .option('--limit <number>', '最多几条 · how many at most', parseLimit, 100)
    .option(...jsonOption)
    .action(({ status, limit, json }: Common & { status: ReportStatus | 'all'; limit: number }) =>
      withInstallation(async (installation) => {
        const found = await listReports(installation.store, status === 'all' ? null : status, limit)
        const views = found.map((report) => toView(installation, report))
        if (json) sayJson({ reports: views })
        else if (views.length === 0) say('没有纠错 · no reports')
        else for (const view of views) sayLine(view)
      }),
    )
  reports
    .command('show')
    .description('查看一条纠错 · Show one report')
    .argument('<number>', '编号 · its number', parseNumber)
    .option(...jsonOption)
    .action((number: string, options: Common) =>
      withInstallation(async (installation) => sayReport(installation, await getReport(installation.store, number), options)),
    )
}

const addWriting = (reports: Command): void => {
  reports
    .command('answer')
    .description('答复一条纠错；知道编号的人都能看到 · Answer a report; everyone who has its number can read it')
    .argument('<number>', '编号 · its number', parseNumber)
    .requiredOption('--text <text>', '答复 · the answer', parseText)
    .option(...jsonOption)
    .action((number: string, options: Common & { text: string }) =>
      withInstallation(async (installation) => {
        const report = await installation.publishing.write((writing) => answerReport(writing, number, options.text))
        sayReport(installation, report, options)
      }),
    )
  reports
    .command('close')
    .description('办结一条纠错，并删除联系方式 · Close a report and forget how to reach its author')
    .argument('<number>', '编号 · its number', parseNumber)
    .option('--note <text>', '备注，仅编辑可见 · a note for the editors', parseText)
    .option(...jsonOption)
    .action((number: string, options: Common & { note?: string }) =>
      withInstallation(async (installation) => {
        const report = await installation.publishing.write((writing) => closeReport(writing, number, options.note ?? null))
        sayReport(installation, report, options)
      }),
    )
}

/** `gazette reports`. */
export const addReportsCommand = (program: Command): void => {
  const reports = program.command('reports').description('读者纠错 · Readers’ error reports').helpCommand(false)
  addReading(reports)
  addWriting(reports)
}
