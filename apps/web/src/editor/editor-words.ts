import type { Indicator, InspectedChannel } from '@gazette/schema/inspection'

const terms: Record<InspectedChannel['group'], string> = { news: '两周', notices: '六个月', other: '' }

/** The words of what only editors see. */
export const editorWords = {
  title: '编辑登录',
  hint: '凭运维人员发放的令牌登录，可看到栏目更新的检查结果。',
  token: '令牌',
  tokenHint: '以 gzt_ 开头的一串字符。登录十小时内有效，只记在这台设备上。',
  signIn: '登录',
  signOut: '退出登录',
  signedIn: '栏目检查',
  signedInHint: '按《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）自查，只有编辑能看到。',
  errors: {
    missing: '请填写令牌',
    refused: '令牌无效，或已过期、已撤销',
    notEditor: '这个令牌没有编辑权限',
    tooMany: '尝试过于频繁，请过一分钟再试',
    failed: '内容服务暂时没有回应，请稍后再试',
  },
  errorsTitle: '还没有登录',
  indicator: '单项否决指标',
  found: '现有',
  limit: '否决线',
  result: '结果',
  passed: '合格',
  rejected: '否决',
  indicators: {
    home: '首页两周内未更新',
    'news-and-notices': '动态、要闻类栏目两周内未更新，与一级通知公告、政策文件类栏目六个月内未更新之和',
    overdue: '各级栏目逾期未更新',
    empty: '空白栏目',
  } satisfies Record<Indicator['code'], string>,
  attention: '需要处理的栏目',
  nothing: '没有逾期、将逾期或空白的栏目。',
  channel: '栏目',
  state: '状态',
  last: '最近更新',
  due: '期限',
  states: { current: '正常', dueSoon: '将逾期', overdue: '逾期', empty: '空白', none: '不限期' },
  notice: '编辑提示',
  onlyEditors: '仅编辑可见',
  overdue: (date: string, last: string, group: InspectedChannel['group']) =>
    `本栏目自 ${date} 起逾期：最近更新 ${last}，应每${terms[group]}更新一次。`,
  dueSoon: (date: string, last: string) => `本栏目将于 ${date} 逾期：最近更新 ${last}，请及时更新。`,
  current: (date: string) => `本栏目更新正常，下次更新不晚于 ${date}。`,
  empty: '本栏目是空白栏目，请尽快发布内容，或取消栏目。',
  none: '本栏目不限更新期限。',
  overview: '全部检查结果',
} as const
