import { from, to } from 'opencc-js/preset/t2cn'

type Dictionary = string | readonly (readonly [string, string])[]

/** The entries of an OpenCC dictionary that map one character to one other. */
const singleCharacters = (dictionary: Dictionary): (readonly [string, string])[] => {
  const entries = typeof dictionary === 'string' ? dictionary.split('|').map((entry) => entry.split(' ')) : dictionary
  return entries.flatMap(([source = '', target = '']) =>
    source !== target && [...source].length === 1 && [...target].length === 1 ? [[source, target] as const] : [],
  )
}

const dictionariesOf = (groups: Record<string, readonly (readonly Dictionary[])[]>, locale: string): readonly Dictionary[] =>
  (groups[locale] ?? []).flat()

// 么 and 著 are everyday characters of simplified writing too: as variants they would tear 什么 and 著名 from their words.
const notVariants = new Set(['么', '著'])

/**
 * Radicals and other look-alikes that text copied out of PDF files carries in place of the character itself.
 * Unicode gives them no compatibility mapping (EquivalentUnifiedIdeograph.txt lists them).
 */
const lookAlikes =
  '⺀冫⺅亻⺉刂⺊卜⺗㣺⺙攵⺛旡⺝月⺠民⺡氵⺣灬⺨犭⺩王⺪疋⺬示⺭礻⺮竹⺱罒⺲罒⺶羊⺷羊⺹耂⺺肀⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒长⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻲龟'

const build = (): ReadonlyMap<string, string> => {
  const simplified = new Map(dictionariesOf(to, 'cn').flatMap(singleCharacters))
  const variants = [...dictionariesOf(from, 'hk'), ...dictionariesOf(from, 'tw')].flatMap(singleCharacters)
  for (const [variant, standard] of variants) {
    if (!simplified.has(variant) && !notVariants.has(variant)) simplified.set(variant, simplified.get(standard) ?? standard)
  }
  const pairs = [...lookAlikes]
  for (let index = 0; index + 1 < pairs.length; index += 2) simplified.set(pairs[index] ?? '', pairs[index + 1] ?? '')
  // 〇 is the zero of dates (二〇二四年), written 零 as often.
  simplified.set('〇', '零')
  for (const [source, target] of simplified) simplified.set(source, simplified.get(target) ?? target)
  return simplified
}

/**
 * Traditional and variant characters to the simplified character that stands for them in the index
 * (OpenCC data: TSCharacters, HKVariantsRev, TWVariantsRev), one code point to one code point.
 */
export const simplifiedCharacters: ReadonlyMap<string, string> = build()
