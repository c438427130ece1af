const verb = '(?:摄影?报道|摄影|摄制|摄|供图|提供|制图|绘图|绘|图片来源|(?<=\\s)图)'
const behindSentence = new RegExp(`^(.*[。！？!?；;”」》）)…])\\s{0,4}([^。！？!?；;]{2,40}${verb}[）)]?)$`, 's')
const behindSpace = new RegExp(`^(.{4,}?)\\s+((?:(?:本报|新华社|通讯员|记者|特约)[^\\s。]{0,12}\\s?)?[^\\s。，,]{2,12}\\s?${verb})$`, 's')
const whole = new RegExp(
  `^(?:(?:图|文|摄影|图片|照片|供图|图源|来源|图片来源|摄)\\s{0,4}[/／:：|]\\s{0,4}.{2,40}|[^。！？!?，,；;]{2,24}${verb})$`,
)
const bracketed =
  /^(.*?)\s{0,4}[（(]([^（()）]{2,40}(?:摄影?|供图|提供|制图|绘|(?<=\s)图)|(?:图片来源|图源|图|摄影)[:：/／][^（()）]{2,40})[）)]$/s

const strip = (text: string) => text.replace(/^[（(]\s?|\s?[）)]$/g, '')

/** Parts a caption from the credit printed behind it: `雨游黄鹤楼照样开心。城市摄影队 周斌 摄`. Text is only divided, never changed, brackets around a credit apart. */
export const splitCredit = (text: string): { caption: string | null; credit: string | null } => {
  const caption = text.trim()
  if (caption.length > 500) return { caption, credit: null }
  const inBrackets = bracketed.exec(caption)
  if (inBrackets !== null) return { caption: inBrackets[1] || null, credit: inBrackets[2] ?? null }
  if (whole.test(caption)) return { caption: null, credit: caption }
  const parts = behindSentence.exec(caption) ?? behindSpace.exec(caption)
  if (parts === null) return { caption: caption || null, credit: null }
  const credit = parts[2] ?? ''
  return { caption: parts[1] ?? null, credit: /[）)]$/.test(credit) && !/[（(]/.test(credit) ? credit : strip(credit) }
}
