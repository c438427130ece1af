import { toBare } from './text-shape.ts'

// What only a page says about itself; found anywhere, a line of nothing else is furniture.
const certain = [
  '(?:一键)?分享(?:到|至|按钮)',
  '打印(?:本页|此页|页面|本文|文章|正文|预览)',
  '(?:关闭|关掉)(?:本页|此页|窗口|页面|本窗口|当前页)',
  '(?:调整|选择)?(?:字体|字号|文字)(?:大小|显示|调整)?(?=[:：【\\[（(大]|$)',
  '(?:浏览|点击|阅读|访问|查看|点阅|观看)(?:次数|数量|人数|人次|总数|量|数|率)',
  '(?:浏览|点击|阅读|访问|查看|人气)(?=[:：])',
  '返回(?:顶部|首页|列表|上一页|上页|上级|目录|栏目)',
  '回到(?:顶部|首页)',
  '(?:加入|我要|点击)收藏|收藏(?:本页|本文|本站|此页)',
  '我要(?:纠错|评论|留言|分享|打印|投稿|提问)',
  '(?:网页|内容|网站|文章|信息)纠错',
  '复制(?:链接|网址|地址)',
  '参与互动|人参与|条?评论\\(\\d{0,7}\\)|不感兴趣|阅读原文|查看原文',
  '无障碍(?:阅读|浏览)|(?:开启)?语音(?:播报|阅读|朗读)|朗读(?:全文|本文)',
  '下载本页|保存(?:本页|网页)|(?:手机|掌上)阅读|全文打印',
]
// Words that are furniture only among furniture or at the edges of an article.
const likely = [
  '(?:请)?(?:使用|用|打开)?(?:手机|微信)?[“"「]?扫(?:一扫|一下|码|描)[^。！？]{0,50}',
  '打印|关闭|分享|收藏|纠错|举报|投诉|点赞|评论|推荐|顶部|转发|赞|朗读|播放|暂停|保存|下载|复制',
]
const neutral = [
  '(?:新浪|腾讯|网易|搜狐)?微博|微信(?:好友|朋友圈)?|朋友圈|QQ(?:空间|好友)?|人人网|开心网|豆瓣(?:网)?|百度(?:贴吧)?|贴吧|钉钉|更多|手机',
  '默认|特大|超大|正常|标准|大|中|小|号|次|人|简体|繁体|TOP|top|A',
  '\\d{1,12}|[\\s\\[\\]【】()（）:：|｜丨/·,，、.。＋+\\-—－>＞<＜×✕xX↑^*]',
]
const word = new RegExp(`(${certain.join('|')})|(${likely.join('|')})|(?:${neutral.join('|')})`, 'y')

const lengthMax = 200

/**
 * Whether a line is nothing but furniture of a page (print, close, share, font size, counters): `certain` anywhere,
 * `likely` only at the edges of an article. Null when anything else is on it, so that no sentence is ever lost.
 */
export const judgeFurniture = (text: string): 'certain' | 'likely' | null => {
  if (text.length > lengthMax) return null
  const bare = toBare(text)
  let verdict: 'certain' | 'likely' | null = null
  word.lastIndex = 0
  while (word.lastIndex < bare.length) {
    const match = word.exec(bare)
    if (match === null) return null
    if (match[1] !== undefined) verdict = 'certain'
    else if (match[2] !== undefined) verdict ??= 'likely'
  }
  return verdict
}

/** Whether a line is nothing but words that are furniture among furniture: names of networks, sizes, numbers. */
export const isNeutral = (text: string): boolean => {
  const bare = toBare(text)
  word.lastIndex = 0
  while (text.length <= lengthMax && word.lastIndex < bare.length) if (!word.test(bare)) return false
  return text.length <= lengthMax
}

const phrase = new RegExp(certain.join('|'))

/** Where the first furniture phrase begins, -1 when there is none. */
export const findFurniture = (text: string): number => text.search(phrase)

/** Whether a line is only a number, brackets or strokes: what a counter leaves behind. */
export const isCounterRest = (text: string): boolean => text.length <= 20 && /^[\s\d[\]【】()（）:：|｜丨/·,，.+＋\-—>＞]+$/.test(text)

const neighbour = /^[\s<>＜＞«»【[]*(?:上|下|前|后)[一1](?:篇|条|页|则|章|个|信息)(?:文章|新闻|信息)?(?=[\s:：】\]>＞《“]|$)/

/** Whether a line leads to the article before or after this one. */
export const isNeighbourLine = (text: string): boolean => text.length <= 150 && neighbour.test(text.trim())

const related =
  /^[\s【[■◆>]*(?:(?:相关|延伸|推荐|更多|热点|热门|精彩|猜你|为您|编辑|往期|关联|扩展)(?:阅读|新闻|链接|报道|推荐|文章|稿件|信息|喜欢|专题|回顾|资讯|政策|解读)|相关(?:政策)?解读|解读链接)[\s】\]:：>]*$/

const aside =
  /^[\s【■◆>]*(?:(?:网友|热门|最新|全部|精彩|发表|用户|我要|我来)?(?:评论|跟贴|留言)(?:\s?[（(]?\d{0,7}[）)]?条?)?|\d{1,7}\s?条评论|关于(?:我们|本站)|联系(?:我们|方式)|友情链接|.{0,6}(?:排行榜?|点击榜))[\s】:：>/]*$/

/** Whether a line heads something that stands beside articles: comments, rankings, who we are. */
export const isAsideTitle = (text: string): boolean => text.length <= 20 && aside.test(text)

const disclaimer = /^[\s【*※]*(?:免责|版权|郑重|特别|转载)?声明[】]?[:：].*(?:本网|本站|转载|版权)/

/** Whether a line below a text is the site's disclaimer. */
export const isDisclaimer = (text: string): boolean => text.length <= 600 && disclaimer.test(text)

/** Whether a line announces a list of other articles. */
export const isRelatedTitle = (text: string): boolean => text.length <= 20 && related.test(text)
