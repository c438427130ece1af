import { join } from 'node:path'
import { workspaceRoot } from '@gazette/config/scripts/workspace.mjs'
import { z } from 'zod'
import type { Gazette } from './start-gazette.ts'

const file = join(workspaceRoot, 'apps', 'api', 'fixtures', 'importing', 'shangyu-cppcc-2024-11-28.txt')
const Report = z.object({ items: z.tuple([z.object({ articleId: z.string() })]) })

/** Imports the page copied as text, the long article everything is measured on; the path of its page. */
export const importSeedArticle = async ({ run }: Gazette): Promise<string> => {
  const { code, stdout, stderr } = await run('import', file, '--json')
  if (code !== 0) throw new Error(stderr)
  return `/articles/${Report.parse(JSON.parse(stdout)).items[0].articleId}`
}
