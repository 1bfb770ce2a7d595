/**
 * Run after every change of dependencies. A registry mirror that lacks the packages of some platforms makes npm leave them out of
 * package-lock.json, and `npm ci` then refuses the file. This names the missing ones (optional, bound to their platform, so they
 * are never fetched where they do not fit).
 */
import { readFileSync, writeFileSync } from 'node:fs'

type Entry = {
  version?: string
  dev?: boolean
  optional?: boolean
  cpu?: string[]
  os?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
const file = 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> }
const systems = [
  'android',
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'openharmony',
  'sunos',
  'aix',
  'netbsd',
  'openbsd',
]
const processors = ['arm64', 'x64', 'ia32', 'riscv64', 'ppc64', 's390x', 'wasm32', 'loong64', 'mips64el']

/** Whether a package asked for from `from` is found by walking up the folders. */
function isLocked(from: string, name: string): boolean {
  for (
    let base = from;
    ;
    base = base.includes('/node_modules/') ? base.slice(0, base.lastIndexOf('/node_modules/')) : ''
  ) {
    if (`${base === '' ? '' : `${base}/`}node_modules/${name}` in lock.packages) return true
    if (base === '') return false
  }
}

function entryFor(name: string, version: string, dev: boolean): Entry {
  const short = name.split('/').at(-1) ?? name
  const cpu = processors.filter((each) => short.includes(each))
  const libc = short.includes('musl')
    ? ['musl']
    : short.includes('linux') && short.includes('gnu')
      ? ['glibc']
      : undefined
  return {
    version: version.replace(/^[\^~]/, ''),
    cpu: cpu.length === 0 && short.includes('arm') ? ['arm'] : cpu,
    ...(dev ? { dev } : {}),
    ...(libc ? { libc } : {}),
    optional: true,
    os: systems.filter((each) => short.includes(each)),
  }
}

let added = 0
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '') continue
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue
    const made = entryFor(name, version, entry.dev === true)
    if (made.cpu?.length === 0 && made.os?.length === 0) continue
    lock.packages[`node_modules/${name}`] = made
    added++
  }
}
const root = lock.packages['']
const rest = Object.entries(lock.packages).filter(([path]) => path !== '')
lock.packages = Object.fromEntries([['', root ?? {}], ...rest.sort(([a], [b]) => (a < b ? -1 : 1))])
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(`${added} entries added\n`)
