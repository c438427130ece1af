import { describe, expect, it } from 'vitest'
import { isAttachmentAddress, toFileName } from './collect-media.ts'
import { resolveLink } from './resolve-address.ts'

const base = 'https://www.yunxi.example/art/2023/6/16/art_1_2.html'

describe('resolveLink', () => {
  it.each([
    ['./t1.html', 'https://www.yunxi.example/art/2023/6/16/t1.html'],
    ['/col/1.html', 'https://www.yunxi.example/col/1.html'],
    ['//cdn.example/a.js', 'https://cdn.example/a.js'],
    ['http://other.example/a b', 'http://other.example/a%20b'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
  ])('makes %s absolute', (found, href) => {
    expect(resolveLink(found, base)).toEqual({ href })
  })

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:x',
    'java\tscript:x',
    'java\nscript:x',
    '\u0001javascript:x',
    'vbscript:x',
    'data:text/html,x',
    'blob:x',
    'file:///etc/passwd',
  ])('refuses %j as unsafe', (found) => {
    expect(resolveLink(found, base)).toEqual({ refused: 'unsafe-link' })
  })

  it('keeps paths of the site and refuses what cannot be resolved without the page’s address', () => {
    expect(resolveLink('/a.html', null)).toEqual({ href: '/a.html' })
    expect(resolveLink('./a.html', null)).toEqual({ refused: 'unresolved-link' })
    expect(resolveLink(`https://a.example/${'x'.repeat(3000)}`, null)).toEqual({ refused: 'invalid-link' })
  })
})

describe('files', () => {
  it('knows documents by ending and by the download addresses of platforms', () => {
    expect(isAttachmentAddress('./P020240402571001.doc?x=1')).toBe(true)
    expect(isAttachmentAddress('/module/download/downfile.jsp?classid=0&filename=1.pdf')).toBe(true)
    expect(isAttachmentAddress('/art/1.html')).toBe(false)
  })

  it('never lets a file name leave its folder', () => {
    expect(toFileName('https://a.example/x/..%2F..%2Fetc%2Fpasswd')).toBe('_.._etc_passwd')
    expect(toFileName('/down?filename=C:\\boot\u202eini.pdf')).toBe('C__boot_ini.pdf')
  })
})
