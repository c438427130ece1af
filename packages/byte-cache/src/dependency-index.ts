/** Finds everything that depends on something. Holds nothing about what was removed from it. */
export class DependencyIndex<Dependent extends { readonly dependencies: readonly string[] }> {
  readonly #dependentsOf = new Map<string, Set<Dependent>>()

  /** How many different things are depended on. */
  get size(): number {
    return this.#dependentsOf.size
  }

  add(dependent: Dependent): void {
    for (const dependency of dependent.dependencies) {
      const dependents = this.#dependentsOf.get(dependency)
      if (dependents) dependents.add(dependent)
      else this.#dependentsOf.set(dependency, new Set([dependent]))
    }
  }

  remove(dependent: Dependent): void {
    for (const dependency of dependent.dependencies) {
      const dependents = this.#dependentsOf.get(dependency)
      if (dependents?.delete(dependent) && dependents.size === 0) this.#dependentsOf.delete(dependency)
    }
  }

  /** A copy, so that what is found may be removed while it is gone through. */
  find(dependency: string): readonly Dependent[] {
    const dependents = this.#dependentsOf.get(dependency)
    return dependents ? [...dependents] : []
  }
}
