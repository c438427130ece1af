/** Those that depend on one thing: `passed` are the ones that have been through a drop of it. */
type Dependents<Dependent> = { waiting: Set<Dependent>; passed: Set<Dependent> | undefined }

/**
 * Finds everything that depends on something. Holds nothing about what was removed from it.
 *
 * Each dependent is visited once for each of its dependencies, however often that is dropped: what has been visited stands apart,
 * still to be found by `find`. So a drop costs no more than what was added since the one before.
 */
export class DependencyIndex<Dependent extends { readonly dependencies: readonly string[] }> {
  readonly #dependents = new Map<string, Dependents<Dependent>>()

  /** How many different things are depended on. */
  get size(): number {
    return this.#dependents.size
  }

  add(dependent: Dependent): void {
    for (const dependency of dependent.dependencies) {
      const dependents = this.#dependents.get(dependency)
      if (dependents) dependents.waiting.add(dependent)
      else this.#dependents.set(dependency, { waiting: new Set([dependent]), passed: undefined })
    }
  }

  remove(dependent: Dependent): void {
    for (const dependency of dependent.dependencies) {
      const dependents = this.#dependents.get(dependency)
      if (!dependents) continue
      if (!dependents.waiting.delete(dependent)) dependents.passed?.delete(dependent)
      if (dependents.waiting.size === 0 && !dependents.passed?.size) this.#dependents.delete(dependency)
    }
  }

  /** Visits what depends on `dependency` and has not been visited for it. The visitor may remove what it is given. */
  visitOnce(dependency: string, visit: (dependent: Dependent) => void): void {
    const dependents = this.#dependents.get(dependency)
    if (!dependents) return
    const { waiting, passed } = dependents
    for (const dependent of waiting) visit(dependent)
    if (passed) for (const dependent of waiting) passed.add(dependent)
    dependents.passed = passed ?? waiting
    dependents.waiting = new Set()
  }

  /** Everything that depends on `dependency`, visited or not. */
  find(dependency: string): readonly Dependent[] {
    const dependents = this.#dependents.get(dependency)
    return dependents ? [...dependents.waiting, ...(dependents.passed ?? [])] : []
  }
}
