import { Problem } from '@gazette/schema/problem'

const described = (description: string) => ({ description, content: { 'application/problem+json': { schema: Problem } } })

const descriptions = {
  400: '参数无效。A parameter is invalid, unknown or forged.',
  404: '不存在，或从未公开。It does not exist, or was never public.',
  406: '无法提供所要求的格式。None of the accepted formats is available.',
  410: '已被移除。It has been removed for good.',
  500: '服务器内部错误。Something went wrong on our side.',
  503: '服务暂时不可用。The service is unavailable for now.',
} as const

type ProblemStatus = keyof typeof descriptions

/** The problems an operation can answer, for its `response` schema. Every operation can answer 400, 406, 500 and 503. */
export const problemResponses = <S extends ProblemStatus>(...statuses: S[]) =>
  Object.fromEntries(([400, 406, 500, 503, ...statuses] as const).map((status) => [status, described(descriptions[status])])) as Record<
    S | 400 | 406 | 500 | 503,
    ReturnType<typeof described>
  >
