import type { Repository } from './repository.ts'

/** A repository made of these texts alone, by path: what the tests of the checks look at. */
export const repositoryOf = (texts: Record<string, string>): Repository => {
  const files = Object.keys(texts)
  return {
    files,
    read: (file) => texts[file] ?? '',
    exists: (path) => files.some((file) => file === path || file.startsWith(path.endsWith('/') ? path : `${path}/`)),
  }
}
