import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeContract } from './write-contract.ts'

const folder = fileURLToPath(new URL('../src/contract/', import.meta.url))

mkdirSync(folder, { recursive: true })
for (const [name, text] of Object.entries(writeContract())) writeFileSync(folder + name, text)
execFileSync('biome', ['check', '--write', folder], { stdio: 'inherit' })
