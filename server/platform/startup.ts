import { ConfigError } from './config.ts'
import { isOutage } from './outages.ts'

/** PostgreSQL refuses who asks: wrong password, no such role, no such database. */
const refusals = new Set(['28P01', '28000', '3D000'])
const folderFaults = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST', 'ENOENT'])

const codeOf = (error: unknown): string | null => {
  for (let current = error; current instanceof Error; current = current.cause)
    if ('code' in current && typeof current.code === 'string') return current.code
  return null
}

/**
 * What the person who starts the program reads when it cannot: the setting that is wrong and why, never its value. Only what no setting
 * explains comes with its stack, since that is a fault of ours.
 */
export function explainStartup(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  const code = codeOf(error)
  if (isOutage(error)) return `DATABASE_URL: the database cannot be reached (${code ?? 'no answer'})`
  if (code !== null && refusals.has(code))
    return `DATABASE_URL: the database refuses the connection (${code})`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Runs a step that writes below DATA_DIR; a folder that cannot be written is told as the setting that it is. */
export async function inDataDir<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = codeOf(error)
    if (code === null || !folderFaults.has(code)) throw error
    throw new ConfigError(`DATA_DIR: the folder cannot be made or written (${code})`)
  }
}
