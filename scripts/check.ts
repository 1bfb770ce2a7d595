/**
 * `npm run check`: format and lint, types, shape, dead code, OpenAPI and migration drift. Runs all, reports all, fails if one fails.
 * Drift is looked for by making the file anew beside the committed one and comparing.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const bin = (name: string) => `node_modules/.bin/${name}`
const failures: string[] = []

function run(title: string, command: string, args: string[]): void {
  const started = Date.now()
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  if (status === 0) return void process.stdout.write(`✓ ${title} (${seconds} s)\n`)
  process.stdout.write(`✗ ${title} (${seconds} s)\n${stdout}${stderr}\n`)
  failures.push(title)
}

function check(title: string, work: () => string | null): void {
  const fault = work()
  if (fault === null) return void process.stdout.write(`✓ ${title}\n`)
  process.stdout.write(`✗ ${title}\n${fault}\n`)
  failures.push(title)
}

run('format and lint (biome)', bin('biome'), [
  'ci',
  '.',
  '--diagnostic-level=warn',
  '--colors=off',
  '--max-diagnostics=40',
])
run('types of server, shared, scripts', bin('tsc'), ['-p', 'server'])
run('types of web', bin('tsc'), ['-p', 'web'])
check('shape (dependency-cruiser)', shape)
check('stores write their own tables only', writesAcross)
run('dead code (knip)', bin('knip'), ['--no-progress'])
check('migrations say what the tables say (drizzle-kit)', migrationDrift)
run('docs/openapi.json says what is served', process.execPath, ['scripts/openapi.ts', '--check'])

if (failures.length > 0) {
  process.stdout.write(`\n${failures.length} failed: ${failures.join(', ')}\n`)
  // Not `process.exit`, which would cut off what a pipe has not taken yet.
  process.exitCode = 1
}

function shape(): string | null {
  const { status, stdout, stderr } = spawnSync(
    bin('depcruise'),
    ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'server', 'shared', 'web/src'],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  )
  if (stdout.trim() === '') return `${status}: ${stderr}`
  const { summary } = JSON.parse(stdout) as {
    summary: {
      totalCruised: number
      violations: { rule: { name: string; severity: string }; from: string; to: string }[]
    }
  }
  const sources = ['server', 'shared', 'web/src']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    .filter((name) => /\.tsx?$/.test(name)).length
  if (summary.totalCruised < sources * 0.9)
    return `only ${summary.totalCruised} modules cruised of ${sources} source files: the tool did not read the code`
  const faults = summary.violations
    .filter((each) => each.rule.severity === 'error')
    .map((each) => `${each.rule.name}: ${each.from} → ${each.to}`)
  return faults.length === 0 ? null : faults.join('\n')
}

/** A store may join the tables of capabilities below it; what it writes is its own. */
function writesAcross(): string | null {
  const faults = readdirSync('server/modules', { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[^/]+\/store(\/.+)?\.ts$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(`server/modules/${name}`, 'utf8')
      const imports = text.matchAll(/import \{([^}]+)\} from '(?:\.\.\/)+[a-z-]+\/tables\.ts'/g)
      const foreign = [...imports].flatMap(([, names = '']) => names.split(',').map((each) => each.trim()))
      return foreign
        .filter((table) => table !== '' && new RegExp(`\\.(insert|update|delete)\\(${table}\\)`).test(text))
        .map((table) => `server/modules/${name} writes ${table}`)
    })
  return faults.length === 0 ? null : faults.join('\n')
}

function migrationDrift(): string | null {
  const before = readdirSync('migrations').join()
  const output = execFileSync(bin('drizzle-kit'), ['generate', '--name', 'drift'], { encoding: 'utf8' })
  if (output.includes('No schema changes')) return null
  const added = readdirSync('migrations').filter((name) => !before.includes(name))
  const sql = added
    .filter((name) => name.endsWith('.sql'))
    .map((name) => readFileSync(`migrations/${name}`, 'utf8'))
    .join('\n')
  execFileSync('git', ['checkout', '--', 'migrations/meta'])
  execFileSync('git', ['clean', '-fdq', 'migrations'])
  return `tables.ts and migrations differ; write a migration for:\n${sql}`
}
