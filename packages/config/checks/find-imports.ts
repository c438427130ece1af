import { posix } from 'node:path'
import { lineAt } from './repository.ts'

/** One import: `target` is a path from the root for a file of ours, otherwise the package as written (`zod`, `node:fs`). */
export type Import = { target: string; line: number }

const staticImport = /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm
const sideEffectImport = /^\s*import\s*['"]([^'"]+)['"]/gm
const dynamicImport = /\bimport\(\s*['"]([^'"]+)['"]/g

/** Every import of a module's text, types included, with relative addresses resolved against `file`. */
export const findImports = (file: string, text: string): Import[] =>
  [staticImport, sideEffectImport, dynamicImport].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: found, 1: specifier = '', index }) => ({
      target: specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier,
      line: lineAt(text, index + found.length),
    })),
  )
