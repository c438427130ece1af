import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startPostgresCluster } from './postgres-cluster.ts'
import { ensureSystemProgram, postgresInitdb } from './system-programs.ts'

const psql = (url: string, query: string): string =>
  execFileSync(join(dirname(ensureSystemProgram(postgresInitdb)), 'psql'), [url, '-Atc', query], { encoding: 'utf8' }).trim()

describe('startPostgresCluster', () => {
  it('gives a server that can make databases and leaves nothing behind', async () => {
    const cluster = await startPostgresCluster()
    onTestFinished(cluster.stop)
    psql(cluster.url, 'create database another')
    expect(psql(cluster.url, `select count(*) from pg_database where datname = 'another'`)).toBe('1')
    const folder = dirname(psql(cluster.url, 'show data_directory'))
    expect(existsSync(folder)).toBe(true)
    await cluster.stop()
    expect(existsSync(folder)).toBe(false)
    expect(() => psql(cluster.url, 'select 1')).toThrow()
  })
})
