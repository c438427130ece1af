import { pinyin } from 'pinyin-pro'
import { classifyCharacter } from './character-class.ts'

/** How a name is typed by its sound: `zhengxie` and `zx` for 政协. Letters and digits stand for themselves. */
export type PinyinKeys = { full: string; initials: string }

type Syllable = { sound: string; read: boolean }

/** One syllable a Han character (ü as v, without tones), one entry a letter or digit; all else is left out. */
const syllablesOf = (text: string): Syllable[] => {
  const characters = [...text]
  const sounds = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced', surname: 'off' })
  // Letters and digits come as they are; where the library counts characters in another way, only the sounds are sure.
  return sounds.flatMap((sound, index) => {
    const read = sound !== characters[index]
    const known = read || ['letter', 'digit'].includes(classifyCharacter(sound.codePointAt(0) ?? 0))
    return known ? [{ sound: sound.toLowerCase(), read }] : []
  })
}

/** The keys by which a normalised name is suggested to somebody who types its sound. */
export const pinyinKeys = (name: string): PinyinKeys => {
  const syllables = syllablesOf(name)
  return {
    full: syllables.map(({ sound }) => sound).join(''),
    initials: syllables.map(({ sound, read }) => (read ? sound.charAt(0) : sound)).join(''),
  }
}

/** Sounds that many speakers and input methods do not tell apart. */
const foldSound = (sound: string): string => sound.replace(/^([zcs])h/, '$1').replace(/(an|en|in)g$/, '$1')

const keysMaximum = 16

/**
 * The keys of all the ways a word may be read, most likely first: who mistook a character of 调研 typed another context for
 * 调, in which it reads otherwise.
 */
export const homophoneKeys = (word: string): string[] => {
  let keys = ['']
  for (const character of word) {
    const sounds = pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true })
    const folded = [...new Set(sounds.map((sound) => (sound === character ? sound.toLowerCase() : foldSound(sound))))]
    keys = keys.flatMap((key) => folded.map((sound) => (key === '' ? sound : `${key} ${sound}`))).slice(0, keysMaximum)
  }
  return [...new Set([homophoneKey(word), ...keys])]
}

/** Equal for words that sound alike: 正协 and 政协. */
export const homophoneKey = (word: string): string =>
  syllablesOf(word)
    .map(({ sound, read }) => (read ? foldSound(sound) : sound))
    .join(' ')
