import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { workspaceNode, workspaceRoot } from '@gazette/config/scripts/workspace.mjs'
import type { Gazette } from './start-gazette.ts'

/** What is done to an article; `mark` is its title, or the reason it is taken back. */
export type Order = { step: 'publish' | 'correct' | 'withdraw' | 'remove'; id: string; channelId: string; mark: string }

/** A process that publishes in the database of `gazette`, beside its API. */
export type Operator = {
  /** Resolves once it is committed. */
  obey: (order: Order) => Promise<void>
  stop: () => Promise<void>
}

const api = join(workspaceRoot, 'apps', 'api')

export const startOperator = async ({ env }: Gazette): Promise<Operator> => {
  const child = spawn(workspaceNode, [join('src', 'testing', 'operator.ts')], { cwd: api, env, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const committed = async () => {
    const { done } = await lines.next()
    if (done) throw new Error('The operator has ended.')
  }
  await committed()
  return {
    obey: async (order) => {
      child.stdin.write(`${JSON.stringify(order)}\n`)
      await committed()
    },
    stop: async () => {
      const closed = once(child, 'close')
      child.stdin.end()
      await closed
    },
  }
}
