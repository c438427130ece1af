import { TooManyRequests } from '../plugins/not-now.ts'
import { Overloaded } from '../plugins/overloaded.ts'

/** Exports at a time: of everybody, and of one caller, so that whoever reads slowly leaves room for others. */
export const exportsMaximum = 4
export const exportsPerCaller = 2

const retryAfterSeconds = 30

const detail = {
  zh: `同一来源同时最多可有 ${exportsPerCaller} 个全量导出。`,
  en: `A caller may have ${exportsPerCaller} exports at a time.`,
}

/** Room for exports. @returns takes room for a caller, by its key, and returns what gives it back; throws when there is none */
export const createExportSlots = (): ((caller: string) => () => void) => {
  const taken = new Map<string, number>()
  let exports = 0
  return (caller) => {
    const own = taken.get(caller) ?? 0
    if (own >= exportsPerCaller) throw new TooManyRequests(retryAfterSeconds, { detail })
    if (exports >= exportsMaximum) throw new Overloaded(retryAfterSeconds)
    exports += 1
    taken.set(caller, own + 1)
    return () => {
      exports -= 1
      const left = (taken.get(caller) ?? 1) - 1
      // Callers who have gone are not remembered.
      if (left === 0) taken.delete(caller)
      else taken.set(caller, left)
    }
  }
}
