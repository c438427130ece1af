import { describe, expect, it } from 'vitest'
import { LinkTarget } from './span.ts'

describe('LinkTarget', () => {
  it.each([
    'https://www.example.com/a?b=c#d',
    'http://例子.example/',
    'mailto:office@example.com',
    'tel:000000000000',
    '/zwzx/zhxw/',
    '/',
    '#b2',
  ])('accepts %s', (target) => {
    expect(LinkTarget.safeParse(target).success).toBe(true)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,hello',
    'vbscript:x',
    'file:///etc/hosts',
    '//evil.example/',
    '/\\evil.example/',
    ' https://www.example.com/',
    'https://www.example.com/\tjavascript:',
    'https://www.example.com/\u0000',
    'zwzx/zhxw',
    '',
  ])('refuses %j', (target) => {
    expect(LinkTarget.safeParse(target).success).toBe(false)
  })

  it('refuses more than 2048 characters', () => {
    expect(LinkTarget.safeParse(`/${'a'.repeat(2047)}`).success).toBe(true)
    expect(LinkTarget.safeParse(`/${'a'.repeat(2048)}`).success).toBe(false)
  })
})
