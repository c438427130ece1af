import { startPostgresCluster } from './postgres-cluster.ts'
import { runForeground } from './run-foreground.mjs'
import { workspaceEnvironment } from './workspace.mjs'

/** `node with-postgres.ts COMMAND…`: runs a command with TEST_POSTGRES_URL naming a PostgreSQL server that exists as long as it does. */
const [file, ...args] = process.argv.slice(2)
if (file === undefined) throw new Error('usage: node with-postgres.ts COMMAND [ARGUMENT…]')
const cluster = await startPostgresCluster()
try {
  process.exitCode = await runForeground(file, args, { cwd: process.cwd(), env: workspaceEnvironment({ TEST_POSTGRES_URL: cluster.url }) })
} finally {
  await cluster.stop()
}
