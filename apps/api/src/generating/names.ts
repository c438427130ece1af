import { type Random, randomInteger } from './random.ts'
import { type Choice, zipfChoice } from './weighted-choice.ts'

// In the order of how many people bear them, some of two characters among them.
const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康施牛樊葛邢安温颜楼章裴纪闻季程祝骆虞',
  '欧阳',
  '上官',
  '诸葛',
  '司徒',
  '慕容',
]

// Common first, rare last; the last ones are outside the first plane or seldom in fonts.
const givenCharacters = [
  ...'伟芳娜敏静丽强磊洋勇军杰娟涛明超秀霞平刚桂英华文玉红建国志海春梅燕飞云峰辉兰萍波宁斌鹏辰雨欣宇浩佳怡梓涵子轩思源晨曦若溪望舒清远知行书言景和楠嘉懿瑾瑜琰珩珏玥璟昱晟旻煜烨炜焱钰铭鑫锴铮榕桐梧柏松竹菊荷蕙芷若蘅薇萱苒荞莞菡汐沐沅泓涟漪澜淳渊潇霖霏霁岚岫峤崧嵘昊昕晗晔睿哲弘毅恺悌谦逊诚恪慎思齐',
  ...'堃喆翀翯昶祎赟骉犇淼垚皛彧頔旸翃',
  '𬭎',
  '𬀩',
  '𠅤',
]

/** Names as they are borne: few surnames make up most people. */
export type Names = {
  /** Somebody who appears in the corpus again and again, or rarely. */
  known: Choice<string>
  /** Nearly always somebody who appears once. */
  unknown: Choice<string>
}

const composeName = (surname: Choice<string>, given: Choice<string>): Choice<string> => {
  return (random) => {
    const first = surname(random)
    const characters = first.length > 1 || random() < 0.18 ? 1 : 2
    let name = first
    for (let count = 0; count < characters; count += 1) name += given(random)
    return name
  }
}

/** @param people how many known people there are */
export const createNames = (random: Random, people: number): Names => {
  const unknown = composeName(zipfChoice(surnames, 0.8), zipfChoice(givenCharacters, 0.6))
  const known = new Set<string>()
  while (known.size < people) known.add(unknown(random))
  return { known: zipfChoice([...known], 0.8), unknown }
}

/** A known person mostly, somebody new now and then. */
export const mentionedPerson = ({ known, unknown }: Names, random: Random): string =>
  randomInteger(random, 1, 10) <= 7 ? known(random) : unknown(random)
