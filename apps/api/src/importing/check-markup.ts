import { ImportError } from './import-error.ts'

const attributesMax = 2000
const rawTextNames = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'noembed', 'noframes', 'xmp'])

// Each step consumes at least one character, so a tag is read in linear time.
const tagStart = /[a-z][^\s/>]*/iy
const attribute = /[\s/]*(?:[^\s/>=]+|=)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?)?/y

const findTagEnd = (html: string, from: number): number => {
  attribute.lastIndex = from
  let end = from
  for (let count = 0; attribute.test(html); count += 1) {
    if (count > attributesMax) throw new ImportError('too-complex')
    end = attribute.lastIndex
  }
  return end
}

const findRawTextEnd = (html: string, name: string, from: number): number => {
  const end = new RegExp(`</${name}`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

/**
 * Refuses tags with thousands of attributes: the parser compares every attribute of a tag with all others.
 * Linear in the length of the page.
 * @throws ImportError `too-complex`
 */
export const checkMarkup = (html: string): void => {
  let at = html.indexOf('<')
  while (at !== -1) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 2)
      if (end === -1) return
      at = html.indexOf('<', end)
      continue
    }
    tagStart.lastIndex = at + 1
    const name = tagStart.exec(html)?.[0].toLowerCase()
    let end = at + 1
    if (name !== undefined) {
      end = findTagEnd(html, tagStart.lastIndex)
      if (rawTextNames.has(name)) end = findRawTextEnd(html, name, end) + 1
    }
    at = html.indexOf('<', end)
  }
}
