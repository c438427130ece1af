import { zipfChoice } from './weighted-choice.ts'

const words = (text: string): string[] => text.trim().split(/\s+/u)

/** What a news desk of a consultative conference writes about, the usual first. Places and bodies are made up. */
export const themes = words(`
  基层治理 营商环境 乡村振兴 民生实事 提案办理 生态环境保护 文化传承 教育均衡 医疗卫生服务 养老服务 老城更新 科技创新
  数字经济 水环境治理 交通出行 食品安全 社区食堂 垃圾分类 非遗保护 全民阅读 青年就业 中小企业发展 农村饮水 古村落保护
  托育服务 无障碍环境 河湖长制 城市停车 家门口健身 法治建设 民营经济 人才引进 旅游融合 博物馆建设 茶产业 特色种植
  社会救助 应急管理 校园安全 物业管理 电动车充电 公共法律服务 海绵城市 绿色出行 志愿服务 戏曲传承 文史征集 口述历史
  侨务联络 统一战线 民族团结 宗教和谐 界别协商 委员读书 网络议政 民主监督 远程协商 反映社情民意 对口帮扶 林下经济
  湿地修复 冷链物流 夜间经济 工业遗产 雨污分流 公园城市 慢行系统 家庭医生 心理健康 职业教育 书香机关 档案整理
`)

export const bodies = words(`
  市政协 区政协 市政协提案委员会 县政协 市政协办公室 市政协经济委员会 市政协农业和农村委员会 市政协文化文史和学习委员会
  市政协社会和法制委员会 市政协人口资源环境委员会 市政协教科卫体委员会 市政协港澳台侨委员会 市政协民族和宗教委员会
  政协委员工作室 市政协机关党总支 政协界别活动组 民主党派市级组织 市工商联 市政协理论学习中心组 乡镇政协联络组
  市政协书画院 市政协文史馆 市住房建设局 市文化旅游局 市生态环境局 市教育局 市卫生健康委员会 市农业农村局 市交通运输局
`)

export const meetings = words(`
  主席会议 常委会会议 专题协商会 提案交办会 座谈会 党组会议 双周协商座谈会 全体会议 提案办理协商会 工作推进会 界别协商会
  民主监督会议 调研成果交流会 读书分享会 机关干部会议 委员培训班 联席会议 新闻发布会 现场办公会 远程协商会
`)

export const acts = words(
  '调研 视察 协商 考察 走访 民主监督 座谈交流 专题调研 学习培训 宣讲 帮扶 督办 评议 走访慰问 重点提案督办 委员接待日活动',
)

export const leaders = words('市政协主席 市政协副主席 区政协主席 市政协秘书长 县政协主席 提案委主任 文史委主任 办公室主任 经济委主任')

export const places = words(`
  素溪区 望舒区 石渡镇 青螺乡 汀川新区 临漪街道 白鹭洲社区 云梯村 南浦镇 竹里村 长堤街道 雁栖湖村 松风社区 桃渚镇 玉屏乡
  柳汀社区 古渡村 听涛街道 月牙村 三江口镇 银杏社区 半山村 梅岭镇 沙洲村 金井街道
`)

export const sources = words(`
  汀川市政协办公室 汀川日报 汀川政协网 素溪区政协 望舒区政协 汀川晚报 汀川广播电视台 市政协提案委员会 市政协研究室 石渡镇人民政府
  汀川文史馆 临漪周刊 青螺县政协 南浦新闻网 委员通讯 汀川发布 三江口时报 市政协文史委 界别活动组 书画院
`)

export const roles = ['本报记者', '记者', '通讯员', '特约记者', '实习记者']

/** Draws by rank from each list. */
export const phraseChoices = {
  body: zipfChoice(bodies),
  meeting: zipfChoice(meetings),
  act: zipfChoice(acts),
  leader: zipfChoice(leaders),
  place: zipfChoice(places, 0.7),
  source: zipfChoice(sources),
  role: zipfChoice(roles),
  theme: zipfChoice(themes, 0.8),
}
