/**
 * Until the first release the schema is one generated file, `0000_tables.sql`, and the hand-written ones beside it.
 * This makes the generated file anew from every tables.ts and lists all files in the journal. After the first release
 * migrations only ever grow, and this script goes.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const folder = 'migrations'
rmSync(`${folder}/meta`, { recursive: true, force: true })
rmSync(`${folder}/0000_tables.sql`, { force: true })
execFileSync('node_modules/.bin/drizzle-kit', ['generate', '--name', 'tables'], { stdio: 'inherit' })
// The tool names each snapshot by chance; a fixed name keeps the same tables the same file.
const snapshot = `${folder}/meta/0000_snapshot.json`
writeFileSync(
  snapshot,
  readFileSync(snapshot, 'utf8').replace(
    /"id": "[0-9a-f-]{36}"/,
    '"id": "00000000-0000-4000-8000-000000000001"',
  ),
)
const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as {
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[]
}
const first = journal.entries[0]
if (!first) throw new Error('drizzle-kit wrote no migration')
first.when = Date.UTC(2026, 10, 24)
const written = readdirSync(folder).filter((name) => /^\d{4}_.*\.sql$/.test(name) && !name.startsWith('0000'))
for (const [index, name] of written.sort().entries())
  journal.entries.push({
    idx: index + 1,
    version: first.version,
    when: first.when + (index + 1) * 1000,
    tag: name.replace('.sql', ''),
    breakpoints: true,
  })
writeFileSync(`${folder}/meta/_journal.json`, `${JSON.stringify(journal, null, 2)}\n`)
