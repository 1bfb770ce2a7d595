import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'

type Step = <T>(title: string, work: (progress: (text: string) => void) => Promise<T>) => Promise<T>

/** One hash over everything the web is built from, so that a pull or an edit is noticed and a plain restart is not slowed. */
function sourceHash(project: string): string {
  const hash = createHash('sha256')
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (entry.name !== 'dist' && entry.name !== 'node_modules') visit(path)
      } else if (!entry.name.includes('.test.'))
        hash.update(path.slice(project.length)).update(readFileSync(path))
    }
  }
  visit(join(project, 'web'))
  visit(join(project, 'shared'))
  hash.update(readFileSync(join(project, 'package-lock.json')))
  return hash.digest('hex')
}

/** Builds the web (browser and server bundle) unless what is there was made from these sources. */
export async function buildWebIfStale(project: string, step: Step): Promise<void> {
  const mark = join(project, 'web/dist/built-from')
  const now = sourceHash(project)
  const fresh = () => existsSync(mark) && readFileSync(mark, 'utf8') === now
  if (fresh()) return
  await step('Web pages built', async (progress) => {
    const release = await takeTurn(project, progress)
    try {
      if (fresh()) return
      await build(project)
      writeFileSync(mark, now)
    } finally {
      release()
    }
  })
}

/** Two starts from one checkout build one after the other: the second finds the first one's work done. */
async function takeTurn(project: string, progress: (text: string) => void): Promise<() => void> {
  const lock = join(project, 'web/.building')
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number(readFileSync(lock, 'utf8'))
      if (!isAlive(holder)) rmSync(lock, { force: true })
      else {
        progress('another start is building them')
        await new Promise((wake) => setTimeout(wake, 300))
      }
    }
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function build(project: string): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn('npm', ['run', 'build', '--silent'], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    // The demo world, which takes longer, is filled meanwhile: it goes first, and both are ready sooner.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
    let output = ''
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', failed)
    child.on('exit', (code) =>
      code === 0 ? done() : failed(new Error(`building the web failed:\n${output}`)),
    )
  })
}
