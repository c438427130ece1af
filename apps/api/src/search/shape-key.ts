/** Characters that are mistaken for one another by eye or hand. The first of a group stands for it in the key. */
const groups = `
  己已巳 末未 戊戌戍戎 人入八 士土 日曰 干千于 大太犬 王玉主 天夭 午牛 甲由申田 贝见 儿几 刀力 乌鸟 免兔 今令 侯候 即既 拔拨
  析折拆 睛晴 清情请 辨辩辫瓣 微徽 赢嬴 概慨 垦恳 幕墓慕暮募 蓝篮 历厉 茶荼 迁迂 提堤题 协胁 察祭 虞虑 舜瞬 曹遭 娥峨俄 崧菘嵩
  履覆 职织 券卷 籍藉 竟竞 密蜜 州洲 壁璧 账帐 象像 作做 坐座 纪记 桥侨轿骄 枫讽 委季 宣宜 治冶 政攻 议义 规现 官宫 贷货 暑署
  师帅 买卖 旅族 抢枪 杨扬 拘构购沟 往住 材村 陈阵 低抵底 受爱 体休 复夏 处外 考老 失夫 间问 贫贪 乘乖 遣遗 祟崇 冼洗 付副
`

const representatives = new Map(
  groups
    .trim()
    .split(/\s+/u)
    .flatMap((group) => [...group].map((character) => [character, group.charAt(0)] as const)),
)

/** Equal for words that look alike: 政胁 and 政协. */
export const shapeKey = (word: string): string => [...word].map((character) => representatives.get(character) ?? character).join('')
