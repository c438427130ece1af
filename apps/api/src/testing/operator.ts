import { createInterface } from 'node:readline'
import { z } from 'zod'
import { openInstallation } from '../open-installation.ts'
import { articleContent } from './article-factory.ts'

/** One line of standard input: what to do to which article; `mark` is the title of what is published, the reason of what is not. */
const Order = z.object({
  step: z.enum(['publish', 'correct', 'withdraw', 'remove']),
  id: z.string(),
  channelId: z.string(),
  mark: z.string(),
})

/**
 * A second process that publishes beside a running API, as the operator's tool does, without starting anew for each order.
 * Answers each line with the empty line once it is committed; ends with its input.
 */
const { publishing, store } = await openInstallation()

const obey = async ({ step, id, channelId, mark }: z.infer<typeof Order>): Promise<void> => {
  const content = articleContent({ title: mark, publishedAt: new Date().toISOString() })
  if (step === 'withdraw') return publishing.withdraw(id, mark)
  if (step === 'remove') return publishing.remove(id, mark)
  if (step === 'correct') return void (await publishing.correct(id, content))
  await publishing.createDraft({ id, channelId, content })
  return publishing.publish(id)
}

process.stdout.write('\n')
for await (const line of createInterface({ input: process.stdin })) {
  await obey(Order.parse(JSON.parse(line)))
  process.stdout.write('\n')
}
await store.close()
