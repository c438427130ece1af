import { type Installation, openInstallation } from '../open-installation.ts'

/** Opens what a command works on and closes it again, whatever happens. Works beside a running server. */
export const withInstallation = async <T>(work: (installation: Installation) => Promise<T>): Promise<T> => {
  const installation = await openInstallation()
  try {
    return await work(installation)
  } finally {
    await installation.store.close()
  }
}

/** A line for people, or nothing when a machine reads. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`)

export const sayJson = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
