import { build } from 'rolldown'
import { enhancementFile } from './enhancement-path.ts'

await build({
  input: new URL('enhance.ts', import.meta.url).pathname,
  output: { file: enhancementFile, format: 'esm', minify: true },
})
