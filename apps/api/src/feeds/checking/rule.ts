/** Something a document has to keep to. */
export type Rule<D> = {
  /** What it demands. */
  says: string
  /** What breaks it in a document. */
  find(document: D): readonly string[]
  /** A valid document with one thing changed, so that the rule is broken: a rule that cannot fail proves nothing. */
  spoil(text: string): string
}

/** Everything in a document that breaks a rule. */
export const findBroken = <D>(rules: readonly Rule<D>[], document: D): string[] =>
  rules.flatMap(({ says, find }) => find(document).map((what) => `${says}: ${what}`))

/** The texts a condition does not hold for. */
export const not = (texts: Iterable<string | null>, holds: (text: string) => boolean): string[] =>
  [...texts].flatMap((text) => (text === null ? [] : holds(text) ? [] : [text.slice(0, 80) || '(empty)']))

/** What comes more than once. */
export const repeated = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index)
