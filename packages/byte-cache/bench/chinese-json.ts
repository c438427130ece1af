const words =
  '会议 委员 政协 专题 协商 区委 区政府 常委会 主席 副主席 党组 书记 代表 提案 调研 民生 实事 工程 项目 推进 落实 建设 发展 经济 社会 治理 基层 ' +
  '社区 群众 服务 水平 提升 加强 完善 机制 制度 监督 民主 建言 献策 履职 平台 数字 改革 创新 企业 产业 乡村 振兴 生态 环境 文化 教育 医疗 养老 交通 ' +
  '安全 保障 重点 任务 目标 要求 强调 指出 认为 围绕 聚焦 深入 全面 扎实 持续 积极 有效 共同 进一步 高质量 现代化 一体化 常态化 年度 今年 去年 全区 各界 人士 ' +
  '听取 审议 通过 通报 情况 报告 意见 建议 方案 办法 规定 办理 答复 座谈 视察 活动 界别 专委会 联络 委员会 工作室 街道 乡镇 部门 单位 领导 干部 队伍 能力'
const wordList = words.split(' ')

/** JSON of articles in typed blocks, at least `bytes` long, the same on every run: words in random order, so harder to compress than prose. */
export const createChineseJson = (bytes: number): Buffer => {
  let seed = 42
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((seed / 0x80000000) * below)
  }
  const sentence = () => Array.from({ length: 8 + random(12) }, () => wordList[random(wordList.length)]).join('')
  const paragraph = (index: number) => ({
    id: `b${index}`,
    type: 'paragraph',
    spans: [{ text: `${[sentence(), sentence(), sentence()].join('，')}。` }],
  })
  const article = (index: number) => ({
    id: `a${random(1e9).toString(36)}`,
    kind: 'news',
    status: 'published',
    language: 'zh-Hans-CN',
    title: sentence(),
    channel: { id: 'c1', path: 'zwzx/zhxw', name: '综合新闻' },
    publishedAt: '2024-11-28T00:00:00+08:00',
    url: `https://news.example/articles/a${index}`,
    body: Array.from({ length: 15 }, (_, block) => paragraph(block)),
  })
  const data: ReturnType<typeof article>[] = []
  let json = ''
  while (Buffer.byteLength(json) < bytes) {
    data.push(article(data.length))
    json = JSON.stringify({ data })
  }
  return Buffer.from(json)
}
