import { fileURLToPath } from 'node:url'

/** Relative paths in the configuration start at the root of the repository, wherever a command was called. */
export const rootDirectory = fileURLToPath(new URL('../../../', import.meta.url))
