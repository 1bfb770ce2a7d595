import { spawn } from 'node:child_process'
import { ConfigError } from './config.ts'
import { isOutage } from './outages.ts'

/** PostgreSQL refuses who asks: wrong password, no such role, no such database. */
const refusals = new Set(['28P01', '28000', '3D000'])

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

/**
 * Makes the folder step by step and writes a file into it. Not with `recursive`: below /proc, where a folder can neither be made nor is
 * missing its parent, that never ends. Prints the code of what went wrong.
 */
const probe = `
  const { mkdirSync, rmSync, statSync, writeFileSync } = require('node:fs')
  const { dirname, join, resolve } = require('node:path')
  const make = (folder) => {
    try {
      mkdirSync(folder)
    } catch (error) {
      if (error.code === 'ENOENT' && dirname(folder) !== folder) {
        make(dirname(folder))
        mkdirSync(folder)
      } else if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
    }
  }
  try {
    const folder = resolve(process.argv[1])
    make(folder)
    const file = join(folder, '.writable-' + process.pid)
    writeFileSync(file, '')
    rmSync(file)
  } catch (error) {
    process.stdout.write(String(error.code ?? error))
    process.exitCode = 1
  }
`

/**
 * Makes DATA_DIR, or ends with an error that names the setting. A process of its own tries it, so that a folder that hangs, such as one
 * of a lost network drive, hangs only that.
 */
export async function demandDataDir(folder: string, patienceMs = 10_000): Promise<void> {
  const fault = await new Promise<string | null>((settle) => {
    const child = spawn(process.execPath, ['-e', probe, folder], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env['PATH'] ?? '' },
    })
    let code = ''
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      child.unref()
      child.stdout.destroy()
      settle(`no answer in ${Math.round(patienceMs / 1000)} s`)
    }, patienceMs)
    child.stdout.on('data', (chunk) => {
      code += String(chunk)
    })
    child.on('error', (error) => settle(error.message))
    child.on('close', (exit) => {
      clearTimeout(timer)
      settle(exit === 0 ? null : code || `ended with ${exit}`)
    })
  })
  if (fault !== null) throw new ConfigError(`DATA_DIR: the folder cannot be made or written (${fault})`)
}
