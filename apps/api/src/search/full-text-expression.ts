import type { Phrase } from './analyse-text.ts'
import { wordTerm } from './index-terms.ts'
import type { Condition } from './plan-query.ts'

/** An expression of FTS5's query language. Terms hold no quotation marks, so quoting them is all that is needed. */
export type Expression = string

const quote = (terms: readonly string[]): Expression => `"${terms.join(' ')}"`

export const allOf = (expressions: readonly Expression[]): Expression =>
  expressions.length === 1 ? (expressions[0] ?? '') : `(${expressions.join(' AND ')})`
export const anyOf = (expressions: readonly Expression[]): Expression =>
  expressions.length === 1 ? (expressions[0] ?? '') : `(${expressions.join(' OR ')})`
export const termExpression = (term: string): Expression => quote([term])

/** What stands at consecutive positions. */
export const sequenceExpression = (terms: readonly string[]): Expression => quote(terms)

/** A condition in a part of the index that has both positions and characters (the titles). */
export const conditionExpression = (condition: Condition): Expression =>
  anyOf(
    condition.map((phrases) =>
      allOf(
        phrases.map((phrase) => (phrase.kind === 'sequence' ? quote(phrase.terms) : termExpression(wordTerm.character(phrase.character)))),
      ),
    ),
  )

/** A condition taken apart by where the index can answer it: sequences in the text, single characters among the words. */
export type DividedCondition = { inText: Expression[]; inWords: Expression[] }

const isSequence = (phrase: Phrase): boolean => phrase.kind === 'sequence'

/**
 * Divides a condition. Where alternatives mix sequences and single characters (a number between quotes that ends in a lone
 * character), only the one as typed is asked for: an OR across two parts of the index cannot be.
 */
export const divideCondition = (condition: Condition): DividedCondition => {
  if (condition.every((phrases) => phrases.every(isSequence))) return { inText: [conditionExpression(condition)], inWords: [] }
  if (condition.every((phrases) => !phrases.some(isSequence))) return { inText: [], inWords: [conditionExpression(condition)] }
  const [phrases = []] = condition
  return {
    inText: phrases.filter(isSequence).map((phrase) => conditionExpression([[phrase]])),
    inWords: phrases.filter((phrase) => !isSequence(phrase)).map((phrase) => conditionExpression([[phrase]])),
  }
}
