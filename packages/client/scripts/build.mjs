// Makes `dist/`: the same modules twice, as ES modules and as CommonJS, each with its declarations.
// Plain JavaScript, because `npm pack` and `npm publish` may run it on the oldest Node the package supports.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('..', import.meta.url))
const manifest = createRequire(import.meta.url).resolve('typescript/package.json')
/** @param {string[]} options of the compiler, beside those in tsconfig.build.json */
const compile = (...options) =>
  execFileSync(process.execPath, [join(dirname(manifest), 'bin/tsc'), '-p', 'tsconfig.build.json', ...options], {
    cwd: folder,
    stdio: 'inherit',
  })

rmSync(join(folder, 'dist'), { recursive: true, force: true })
compile('--outDir', 'dist/esm')
compile('--outDir', 'dist/cjs', '--module', 'CommonJS', '--moduleResolution', 'Bundler', '--verbatimModuleSyntax', 'false')
// The package is of type "module"; this folder is not.
writeFileSync(join(folder, 'dist/cjs/package.json'), '{ "type": "commonjs" }\n')

// The compiler rewrites extensions in the modules but not in the declarations, which lie beside `.js` files now.
for (const name of readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.d.ts')) continue
  const path = join(folder, 'dist', name)
  writeFileSync(path, readFileSync(path, 'utf8').replace(/(from '\.[^']*)\.ts'/g, "$1.js'"))
}
