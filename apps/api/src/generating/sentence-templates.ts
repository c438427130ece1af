/** Sentences a news desk writes. A name in braces is a place to fill, see `fillTemplate`. */
export const leadSentences = [
  '{date}，{body}召开{meeting}，围绕“{theme}”协商议政。{leader}{person}主持会议并讲话。',
  '{date}，{leader}{person}率队到{place}开展“{theme}”{act}，部分政协委员参加。',
  '近日，{body}组织委员到{place}，就{theme}工作开展{act}，实地察看{subject}、{subject}等情况。',
  '记者从{body}获悉，{year}年以来，全市{theme}工作{ad}推进，{v}{subject}{number}个。',
  '为推动{theme}{a}发展，{body}日前启动“{subject}{vn}”专项{act}，{number}名政协委员参与。',
  '{date}，政协委员{person}的工作室里坐满了人，大家你一言我一语，说的都是{theme}。',
  '{body}{date}发布消息，{place}{theme}{vn}项目{ad}完成，{subject}{v}{n}。',
  '{year}年{month}月，{body}把{theme}列为重点提案，由{leader}{person}领衔督办。',
]

export const bodySentences = [
  '{person}委员说，{subject}是{theme}的关键，要把{n}和{n}结合起来，{ad}{v}{n}。',
  '调研组认为，当前{theme}仍存在{n}不{a}、{n}不足、{n}{vn}不够等问题，需要{ad}加以{vn}。',
  '委员们建议，要{ad}{v}{subject}，健全{n}机制，完善{n}{vn}，让{n}更好{v}{n}。',
  '据介绍，{place}已建成{n}{number}处，投入资金{number}万元，{n}同比增长{percent}%。',
  '“{n}{d}{v}{n}，{n}就能{v}起来。”{person}告诉记者，这几年{place}的{n}越来越{a}。',
  '{leader}{person}指出，政协委员要深入{n}一线，倾听{n}呼声，把{n}{v}到{subject}上。',
  '会议强调，要坚持人民政协为人民，围绕{subject}{v}{n}，以{a}的{n}推动{theme}{vn}。',
  '{body}有关负责人表示，将{ad}{v}委员意见，把{n}纳入{year}年{n}{vn}。',
  '在{place}，委员们一边看{n}，一边听{n}，{d}与{n}交流{n}{vn}的情况。',
  '提案提出，{n}{v}{n}，{n}{v}{n}，应当{ad}{v}{n}的{n}，形成{a}的{n}格局。',
  '截至{month}月底，全市共{v}{n}{number}件，办结率{percent}%，委员满意率{percent}%。',
  '{n}的{n}，{d}在于{n}；{subject}的{n}，{d}在于{vn}。',
  '从{n}到{n}，从{n}到{n}，{place}的{subject}{i}。',
  '{person}翻开笔记本，上面记着{number}条意见：{n}怎么{v}，{n}由谁{v}，{n}何时{v}。',
  '有委员提出，{n}{vn}还要再{a}一些，{n}和{n}之间的{n}要打通，不能让{n}{v}在路上。',
  '下一步，{body}将持续跟踪{subject}，推动{n}、{n}、{n}三个方面的建议落地见效。',
  '大家一致认为，{theme}既是{n}，也是{n}，必须{i}，{ad}{v}。',
  '{year}年，{person}第一次来到{place}{v}{n}，那时{n}还{d}{v}，{n}也不{a}。',
  '承办单位{ad}答复：{n}已列入{year}年计划，{n}正在{v}，{n}将于{month}月底前{v}。',
  '{n}、{n}、{n}……说起{subject}，{person}如数家珍。',
  '活动现场，{n}{d}{v}，{n}与{n}{i}，吸引{number}余名群众参加。',
  '{person}介绍，{n}{v}了{n}，{n}{v}了{n}，{n}的{n}也{d}{a}起来。',
  '{theme}怎么样，群众最有发言权。{body}把{n}设在{place}，请{n}来{v}{n}。',
  '他建议，建立{n}{vn}清单，明确{n}责任，{ad}{v}{n}，每季度向政协常委会报告{n}。',
  '{a}的{n}离不开{a}的{n}。{place}以{subject}为抓手，{v}{n}，{v}{n}，{v}{n}。',
  '协商议政，贵在知情明政。{person}委员连续{number}天走访{place}，收集{n}{number}份。',
  '{n}{vn}是{subject}的基础，也是{theme}的{n}。',
  '政协委员{person}认为，{n}要{v}，{n}要{v}，更要让{n}{v}得{a}。',
]

export const closingSentences = [
  '{leader}{person}、{person}参加活动。',
  '市政协有关委室负责人、部分政协委员和{n}代表参加会议。',
  '会议还审议通过了有关人事事项。',
  '（{person} {person}）',
  '下一步，{body}将把{subject}作为{year}年履职重点，{ad}{v}，久久为功。',
  '委员们表示，将立足界别，{ad}{v}，为{theme}贡献政协力量。',
]

export const headings = [
  '{subject}{v}起来',
  '把{n}{v}到{n}里',
  '从“{n}”到“{n}”',
  '{theme}：{n}与{n}',
  '{a}的{n}，{a}的{subject}',
  '问题与建议',
  '主要做法',
  '下一步工作',
]

/** Titles by what kind of article carries them; the rest use those of news. */
export const titles: Readonly<Record<string, readonly string[]>> = {
  news: [
    '{body}召开{meeting}聚焦{theme}',
    '{body}围绕{theme}开展{act}',
    '{leader}{person}到{place}开展{theme}{act}',
    '{place}{subject}{vn}助力{theme}',
    '{body}{v}{subject}{v}{n}',
    '委员{person}：让{subject}{v}{n}',
    '{place}：{theme}{v}{n}',
    '{n}{v}{n}，{subject}{i}',
    '{year}年{theme}{vn}{ad}推进',
  ],
  notice: ['关于开展{theme}{act}的通知', '关于征集{subject}{vn}意见建议的公告', '关于召开{theme}{meeting}的通知'],
  policy: ['关于印发《{theme}{vn}办法》的通知', '{body}关于加强{subject}{vn}的意见', '{body}{theme}工作规则（试行）'],
  proposal: ['关于加快{subject}{vn}推动{theme}的提案', '关于{v}{n}、{ad}{v}{subject}的建议', '关于进一步完善{theme}的提案'],
  interview: ['对话{person}委员：{theme}怎么{v}', '{person}：{n}是{subject}的底色', '访谈｜{person}谈{theme}'],
  essay: ['{n}里的{n}', '{place}的{n}', '{subject}与{n}', '忆{place}'],
}

export const subtitles = ['{body}{theme}{act}侧记', '{place}{subject}{vn}观察', '{year}年{theme}综述', '{person}委员履职故事']

export const summaries = [
  '{body}围绕{theme}{v}{subject}，提出{number}条建议。',
  '{place}{ad}{v}{subject}，{n}{v}{n}，{theme}取得新进展。',
  '{person}等{number}名委员就{theme}建言，{n}{vn}有望{v}。',
]
