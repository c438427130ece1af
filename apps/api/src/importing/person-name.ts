const surnames = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲封芮储靳邴松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧利蔚越隆师巩聂晁勾敖融冷辛那简饶空曾毋沙养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖闫付邝覃岳帅亓仝苟佟佘谌揭冼候代冮尧尉植操'.match(
    /./gu,
  ),
)
const compoundSurnames = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|长孙|宇文|端木|南宫|独孤)/
const notNames = new Set(
  '全文 时间 时任 史料 高清 左图 右图 单位 安徽 江苏 江西 云南 宁夏 广东 广西 山东 山西 黄河 项目 程序 平均 满分 万元 文字 文件 文化 公告 公示 公布 公开 东方 国家 国际 关于 相关 经济 通讯 通知 通稿 成立 明天 和谐 应急 管理 解读 计划 简介 索引 连载 后记 别名 能源 师范 党员 时报 安全 水利 花絮 习题 经理 高级 平台 广播 广电 华声 明报 和讯 强国 利民 都市 环球 常务 常委 任命 司法 农业 农村 文旅 卫健 纪委 党委 曲艺 边防 章节 包括 连线 综合 整理 整合'.split(
    ' ',
  ),
)
const roleWord = /记者|通讯|编辑|作者|实习|摄影|供稿|特约|评论|撰稿|执笔|本报|本刊|本网/
// Last characters of offices, papers and peoples, none of which ends a name of three characters or more in a signature.
const notLast = /[社报网台局部委会院厅处科办团队族店镇乡村市县区省州级型版字图]$/

/**
 * Whether a text is a Chinese personal name by its form: a known surname and two to four characters, or a transcribed name
 * with middle dots. Names of papers, offices and peoples (新华社, 壮族) are not.
 */
export const isPersonName = (text: string): boolean => {
  if (/^\p{Script=Han}{1,12}(?:[·•・]\p{Script=Han}{1,12}){1,4}$/u.test(text)) return true
  if (!/^\p{Script=Han}{2,4}$/u.test(text) || notNames.has(text) || roleWord.test(text)) return false
  const characters = Array.from(text)
  if (characters.length > 2 && notLast.test(text)) return false
  if (compoundSurnames.test(text)) return characters.length >= 3
  return characters.length <= 3 && surnames.has(characters[0] ?? '')
}

/** Joins the halves of two-character names that print sets apart: 冯 楠 is 冯楠. */
export const joinNameHalves = (text: string): string =>
  text.replace(/(?<![\p{Script=Han}])(\p{Script=Han})[ \u00a0\u3000]{1,4}(\p{Script=Han})(?![\p{Script=Han}])/gu, '$1$2')
