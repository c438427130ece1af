export type ApiLanguage = 'zh' | 'en'

const weigh = (element: string): { tag: string; weight: number } => {
  const [tag = '', ...parameters] = element.split(';').map((part) => part.trim().toLowerCase())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))
  return { tag, weight: weight ? Number(weight.slice(2)) || 0 : 1 }
}

/** The language for words to people, from `Accept-Language` (RFC 9110 §12.5.4). Chinese unless English is preferred. */
export const chooseLanguage = (acceptLanguage: string | undefined): ApiLanguage => {
  if (!acceptLanguage) return 'zh'
  const wanted = acceptLanguage
    .slice(0, 500)
    .split(',')
    .map(weigh)
    .filter(({ weight }) => weight > 0)
  const weightOf = (language: string) =>
    Math.max(0, ...wanted.filter(({ tag }) => tag === language || tag.startsWith(`${language}-`)).map(({ weight }) => weight))
  return weightOf('en') > weightOf('zh') ? 'en' : 'zh'
}
