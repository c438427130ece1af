import type { Repository, Violation } from './repository.ts'

/** Where the processes describe their environment: a zod object whose keys are the variables. */
const schemas = /^apps\/(?:api\/src\/config|web\/src\/site\/site-config)\.ts$/
const variable = /^ {2}([A-Z][A-Z0-9_]*):/gm
const readmes = ['README.md', 'README.zh-CN.md']

/** Finds variables that a process reads and a README does not explain. */
export const findUndocumentedVariables = ({ files, read }: Repository): Violation[] => {
  const names = files
    .filter((file) => schemas.test(file))
    .flatMap((file) => [...read(file).matchAll(variable)].map(([, name = '']) => name))
  return readmes.flatMap((file) => {
    const text = read(file)
    return [...new Set(names)]
      .filter((name) => !text.includes(`| \`${name}\` |`))
      .map((name) => ({ file, line: 1, message: `does not explain the variable ${name}` }))
  })
}
