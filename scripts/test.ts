/**
 * `npm test`: everything, from nothing: the checks, the web built, unit, capability and race tests on a real PostgreSQL, the browser journeys.
 * `npm test -- server/modules/trade` runs the Vitest files that match only.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildWebIfStale } from '#server/web-build.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const chosen = process.argv.slice(2)
const run = (title: string, command: string, args: string[]): void => {
  process.stdout.write(`\n── ${title}\n`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', cwd: project })
  if (status !== 0) {
    process.stdout.write(`\n${title}: failed\n`)
    process.exit(status ?? 1)
  }
}

if (chosen.length === 0) {
  run('check', process.execPath, ['scripts/check.ts'])
  await buildWebIfStale(project, async (title, work) => {
    process.stdout.write(`\n── ${title}\n`)
    return work(() => undefined)
  })
}
run('tests', 'node_modules/.bin/vitest', ['run', ...chosen])
