import { Role } from '@gazette/schema/role'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { createToken, listTokens, revokeToken, type TokenRecord } from '../accounts/token-records.ts'
import type { Installation } from '../open-installation.ts'
import { parseDateOrInstant, toZonedInstant } from '../time-zone.ts'
import { say, sayJson, withInstallation } from './with-installation.ts'

type Common = { json?: boolean }

const jsonOption = ['--json', '输出 JSON · JSON output'] as const

const parseName = (value: string): string => {
  const name = value.trim()
  if (name !== '' && name.length <= 100 && !/\p{Cc}/u.test(name)) return name
  throw new InvalidArgumentError('1 至 100 字 · 1 to 100 characters')
}

const DateOrInstant = z.union([z.iso.date(), z.iso.datetime({ offset: true })])

const parseExpiry = (value: string): string => {
  if (DateOrInstant.safeParse(value).success) return value
  throw new InvalidArgumentError('日期或时刻，如 2027-12-31 · a date or an instant such as 2027-12-31')
}

const stateOf = ({ revokedAt, expiresAt }: TokenRecord, now: number): 'active' | 'expired' | 'revoked' => {
  if (revokedAt !== null) return 'revoked'
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'active'
}

const stateWords = { active: '有效 active', expired: '已过期 expired', revoked: '已吊销 revoked' } as const

const toView = ({ config, clock }: Installation, record: TokenRecord) => {
  const instant = (at: number | null) => (at === null ? null : toZonedInstant(at, config.timeZone))
  const { id, name, role, createdAt, expiresAt, lastUsedAt, revokedAt } = record
  return {
    id,
    name,
    role,
    state: stateOf(record, clock()),
    createdAt: instant(createdAt),
    expiresAt: instant(expiresAt),
    lastUsedAt: instant(lastUsedAt),
    revokedAt: instant(revokedAt),
  }
}

const sayLine = ({ id, role, state, name, lastUsedAt, expiresAt }: ReturnType<typeof toView>): void =>
  say(`${id}  ${stateWords[state]}  ${role}  ${name}  用于 used ${lastUsedAt ?? '—'}  到期 expires ${expiresAt ?? '—'}`)

const addCreate = (token: Command): void => {
  token
    .command('create')
    .description('新建令牌，只显示一次 · Make a token; it is shown once')
    .addOption(new Option('--role <role>', '角色 · what it allows').choices(Role.options).makeOptionMandatory())
    .requiredOption('--name <text>', '给谁、做什么 · whom and what it is for', parseName)
    .option('--expires <date>', '从此日（时刻）起失效 · not valid from this date or instant on', parseExpiry)
    .option(...jsonOption)
    .action(({ role, name, expires, json }: Common & { role: Role; name: string; expires?: string }) =>
      withInstallation(async (installation) => {
        const { config, publishing } = installation
        const expiresAt = expires === undefined ? null : parseDateOrInstant(expires, config.timeZone)
        const made = await publishing.write((writing) => createToken(writing, { name, role, expiresAt }))
        const view = toView(installation, made.record)
        if (json) return sayJson({ ...view, token: made.token })
        sayLine(view)
        say('请立即保存，以后不再显示 · Keep it now: it is not shown again')
        say(made.token)
      }),
    )
}

const addListAndRevoke = (token: Command): void => {
  token
    .command('list')
    .description('列出令牌 · List tokens')
    .option(...jsonOption)
    .action(({ json }: Common) =>
      withInstallation(async (installation) => {
        const views = (await listTokens(installation.store)).map((record) => toView(installation, record))
        if (json) sayJson({ tokens: views })
        else if (views.length === 0) say('没有令牌 · no tokens')
        else for (const view of views) sayLine(view)
      }),
    )
  token
    .command('revoke')
    .description('吊销令牌，一秒内生效 · Revoke a token; it ends within a second')
    .argument('<id>', '编号 · its id')
    .option(...jsonOption)
    .action((id: string, { json }: Common) =>
      withInstallation(async (installation) => {
        const view = toView(installation, await installation.publishing.write((writing) => revokeToken(writing, id)))
        if (json) sayJson(view)
        else sayLine(view)
      }),
    )
}

/** `gazette token`. */
export const addTokenCommand = (program: Command): void => {
  const token = program.command('token').description('接口令牌 · Tokens of the API').helpCommand(false)
  addCreate(token)
  addListAndRevoke(token)
}
