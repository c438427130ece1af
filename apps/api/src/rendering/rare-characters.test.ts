import { describe, expect, it } from 'vitest'
import { findRareCharacters } from './rare-characters.ts'

describe('findRareCharacters', () => {
  it('finds names in newer extensions, forms by variation and private use, and nothing common', () => {
    expect(findRareCharacters('龘〇々鿍𠮷䶮𬱖𬱖葛\u{e0100}\ue000，English。').map(({ code, kind }) => [code, kind])).toEqual([
      ['U+9FCD', 'rare'],
      ['U+20BB7', 'rare'],
      ['U+4DAE', 'rare'],
      ['U+2CC56', 'rare'],
      ['U+E0100', 'variation'],
      ['U+E000', 'private'],
    ])
    expect(findRareCharacters('')).toEqual([])
  })
})
