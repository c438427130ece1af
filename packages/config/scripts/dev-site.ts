import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildWorkspace } from './build-workspace.ts'
import { workspaceRoot } from './workspace.mjs'

/** Builds the site and serves it: the very server readers meet. Node's watch mode starts it again after each change. */
await buildWorkspace()
await import(pathToFileURL(join(workspaceRoot, 'apps', 'web', 'src', 'server', 'server.ts')).href)
