import type { Indicator, InspectedChannel, UpdateState } from '@gazette/schema/inspection'
import type { Command } from 'commander'
import { readChannelTree } from '../channels/channel-queries.ts'
import { inspectSite } from '../inspection/inspect-site.ts'
import { readPublished } from '../inspection/read-published.ts'
import { exitCodes } from './exit-codes.ts'
import { say, sayJson, withInstallation } from './with-installation.ts'

const stateWords: Record<UpdateState, string> = {
  overdue: '逾期 overdue',
  dueSoon: '将逾期 due soon',
  empty: '空白 empty',
  current: '正常 current',
  none: '不限期 no term',
}

const indicatorWords: Record<Indicator['code'], string> = {
  home: '首页两周内未更新 home page without news for two weeks',
  'news-and-notices':
    '动态要闻类（两周）及一级通知公告、政策文件类栏目（六个月）逾期 overdue channels of news, and first-level ones of notices',
  overdue: '各级栏目逾期 overdue channels of any level',
  empty: '空白栏目 empty channels',
}

/** What needs somebody first, and then what is well. */
const order: UpdateState[] = ['overdue', 'empty', 'dueSoon', 'current', 'none']
const byUrgency = (a: InspectedChannel, b: InspectedChannel): number =>
  order.indexOf(a.state) - order.indexOf(b.state) || (a.overdueAt ?? '').localeCompare(b.overdueAt ?? '')

const sayChannel = ({ channel, state, lastPublishedAt, overdueAt, articleCount }: InspectedChannel): void =>
  say(
    [
      stateWords[state],
      `${channel.name} /${channel.path}/`,
      `${articleCount} 篇`,
      `最近更新 last ${lastPublishedAt?.slice(0, 10) ?? '—'}`,
      ...(overdueAt === null ? [] : [`逾期日 overdue ${overdueAt.slice(0, 10)}`]),
    ].join('  '),
  )

/** `gazette inspect`: exit code 1 when the site would be rejected. */
export const addInspectCommand = (program: Command): void => {
  program
    .command('inspect')
    .description('按国办秘函〔2019〕19号检查栏目更新 · Inspect how up to date the channels are')
    .option('--all', '也列出没有问题的栏目 · list the channels without fault too')
    .option('--json', '输出 JSON · JSON output')
    .action((options: { all?: boolean; json?: boolean }) =>
      withInstallation(async ({ config, store, clock }) => {
        const tree = await readChannelTree(store, store.db)
        const inspection = inspectSite({ tree, published: await readPublished(store), now: clock(), timeZone: config.timeZone })
        if (!inspection.passed) process.exitCode = exitCodes.failed
        if (options.json) return sayJson(inspection)
        for (const { code, passed, count, limit } of inspection.indicators)
          say(`${passed ? '合格 pass' : '否决 FAIL'}  ${count}/${limit}  ${indicatorWords[code]}`)
        const shown = inspection.channels.filter(({ state }) => options.all || ['overdue', 'empty', 'dueSoon'].includes(state))
        for (const channel of shown.toSorted(byUrgency)) sayChannel(channel)
      }),
    )
}
