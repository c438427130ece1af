import { runStep } from './run-steps.ts'

/**
 * Builds what needs building; what is built from the same sources already is left as it is.
 *
 * @throws with everything the build printed
 */
export const buildWorkspace = async (): Promise<void> => {
  process.stdout.write('→ 构建网站 Building the site\n')
  const { passed, output } = await runStep({ name: 'build', command: ['turbo', 'run', 'build', '--output-logs=new-only'] })
  if (!passed) throw new Error(`${output}\n构建失败 The build failed`)
}
