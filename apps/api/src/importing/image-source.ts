import { getAttribute, getStyle, type HtmlElement } from './html-tree.ts'

const lazyNames = [
  'data-original',
  'data-src',
  'data-lazy-src',
  'data-lazyload',
  'data-lazy',
  'data-actualsrc',
  'data-echo',
  'data-url',
  'original',
  '_src',
  'file',
  'zoomfile',
  'oldsrc',
  'orisrc',
]
const placeholder =
  /^(?:about:blank|data:image\/(?:gif|svg\+xml|png);?[^,]{0,40},.{0,200})$|(?:^|[/_.-])(?:blank|spacer|placeholder|loading|lazyload|lazy|transparent|pixel|1x1|none|grey|default_?img)\.(?:gif|png|jpg|svg)/i
const decoration =
  /(?:icon_?(?:pdf|docx?|xlsx?|pptx?|rar|zip|txt|jpg|mp3|mp4|default)|filetypeimages\/|filetype\/|\/emoji\/|\/emoticons?\/|\/face\/|\/kindeditor\/plugins\/|\/ueditor\/themes\/|tongji|\/stat\.|analytics|cnzz|visitcount|\/count\.)/i

const toPixels = (value: string): number | null => {
  const pixels = Number(/^\s{0,4}(\d{1,5})(?:\.\d{1,20})?\s{0,4}(?:px)?\s{0,4}$/i.exec(value)?.[1])
  return Number.isInteger(pixels) && pixels > 0 ? pixels : null
}

const getSize = (element: HtmlElement) => ({
  width: toPixels(getAttribute(element, 'width')) ?? toPixels(getStyle(element, 'width').replace(/;.*$/, '')),
  height: toPixels(getAttribute(element, 'height')) ?? toPixels(getStyle(element, 'height').replace(/;.*$/, '')),
})

const findSource = (element: HtmlElement): string => {
  const plain = getAttribute(element, 'src')
  const lazy = lazyNames.map((name) => getAttribute(element, name)).find((value) => /[./]/.test(value) && !/\s/.test(value)) ?? ''
  const fromSet = getAttribute(element, 'srcset').split(/[\s,]/)[0] ?? ''
  return plain === '' || placeholder.test(plain.slice(0, 600)) ? lazy || fromSet || plain : plain
}

/** An image of the page: where it is and how large, or why it is none. */
export type ImageSource = { source: string; width: number | null; height: number | null } | { refused: 'decorative-image' | 'unsafe-image' }

/** Address of an image, that of a lazily loaded one included. Spacers, counters and icons are no images of an article. */
export const getImageSource = (element: HtmlElement): ImageSource => {
  const source = findSource(element)
  const size = getSize(element)
  if (/^\s*(?:javascript|vbscript|file|data:(?!image\/))/i.test(source)) return { refused: 'unsafe-image' }
  if (source === '' || placeholder.test(source.slice(0, 600)) || decoration.test(source.slice(0, 600)))
    return { refused: 'decorative-image' }
  if ((size.width ?? 100) <= 24 && (size.height ?? size.width ?? 100) <= 24) return { refused: 'decorative-image' }
  return { source, ...size }
}

const emptyAlt =
  /^(?:点击|单击|查看|打开|图片|图像|配图|插图|image|img|picture|photo|untitled|[\d_\-.\s])+(?:查看|高清|原图|大图|下一页|进入|\d)*$|\.(?:jpe?g|png|gif|bmp|webp)$|^[\w-]{16,}$|^https?:/i

/** Text alternative of an image; empty when it says nothing (file names, 点击查看原图, numbers). */
export const getAlt = (element: HtmlElement): string => {
  const alt = getAttribute(element, 'alt').slice(0, 300)
  return emptyAlt.test(alt.slice(0, 100)) ? '' : alt
}
