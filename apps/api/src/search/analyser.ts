import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSegmenter, type Segmenter } from './create-segmenter.ts'
import { type DictionaryWord, digestDictionaries, loadDictionary } from './load-dictionary.ts'
import { loadSynonyms, type Synonyms } from './synonyms.ts'

/** Raise it whenever documents yield other terms than before: indexes made by another number are rebuilt. */
const analyserRevision = 2

/** How texts become terms. */
export type Analyser = {
  /** An index made by another version is stale. */
  version: string
  /** Loads its dictionaries when first called: about 0.4 s and 60 MB. */
  getSegmenter: () => Segmenter
  synonyms: Synonyms
}

const builtIn = new URL('dictionaries/public-institutions.txt', import.meta.url)

const readIfThere = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

const segmenters = new Map<string, Segmenter>()

// Segmenters of the same words are the same: several parts of a process share one.
const getShared = (version: string, words: readonly DictionaryWord[]): Segmenter => {
  const known = segmenters.get(version)
  if (known) return known
  const segmenter = createSegmenter(words)
  segmenters.set(version, segmenter)
  return segmenter
}

/**
 * The analyser with the built-in dictionary and the operator's own `dictionary.txt` and `synonyms.txt`, where they exist.
 * @param directory the folder of the operator's files
 */
export const createAnalyser = (directory: string): Analyser => {
  const words = [...loadDictionary(readFileSync(builtIn, 'utf8')), ...loadDictionary(readIfThere(join(directory, 'dictionary.txt')))]
  // Unicode data decide what is a letter and how it folds.
  const version = createHash('sha256')
    .update(`${analyserRevision} ${process.versions['unicode']} ${digestDictionaries(words)}`)
    .digest('hex')
    .slice(0, 16)
  return {
    version,
    getSegmenter: () => getShared(version, words),
    synonyms: loadSynonyms(readIfThere(join(directory, 'synonyms.txt'))),
  }
}
