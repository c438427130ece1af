import { Conflict } from '../errors.ts'

export type StoredStatus = 'draft' | 'published' | 'withdrawn' | 'removed'

/** The steps an article may take. Removal is final: its address answers 410 for ever. */
export const legalTransitions: Readonly<Record<StoredStatus, readonly StoredStatus[]>> = {
  draft: ['published', 'removed'],
  published: ['published', 'withdrawn', 'removed'],
  withdrawn: ['published', 'withdrawn', 'removed'],
  removed: [],
}

/** @throws {Conflict} naming the legal steps */
export const requireTransition = (from: StoredStatus, to: StoredStatus): void => {
  if (legalTransitions[from].includes(to)) return
  const legal = legalTransitions[from].join(', ') || 'none'
  throw new Conflict('conflict', { detail: `An article that is ${from} cannot become ${to}. Legal steps: ${legal}.` })
}
