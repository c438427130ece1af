/** A set of characters that is emptied in no time: for the many short-lived ones of indexing. */
export type CharacterSet = {
  /** @returns whether it was not there yet */
  add(codePoint: number): boolean
  clear(): void
}

export const createCharacterSet = (): CharacterSet => {
  // For each character of the first plane the round in which it was added last.
  const rounds = new Uint32Array(0x10000)
  const beyond = new Set<number>()
  let round = 1
  return {
    add(codePoint) {
      if (codePoint > 0xffff) {
        const isNew = !beyond.has(codePoint)
        beyond.add(codePoint)
        return isNew
      }
      const isNew = rounds[codePoint] !== round
      rounds[codePoint] = round
      return isNew
    },
    clear() {
      round += 1
      beyond.clear()
    },
  }
}
