import type { RowPreview } from '#shared/catalogue/import.ts'
import { hasColumn, mark, mostCommon, type StyleGroup, type Workbench } from './style-group.ts'

/**
 * Rows by style number, or by title where the list has no style numbers. A row without either is marked, and so is a
 * row that carries the style number of another style: its title is that of a style nearby.
 */
export function groupStyles(bench: Workbench): StyleGroup[] {
  const byNumber = hasColumn(bench, 'styleNo')
  const groups = new Map<string, StyleGroup>()
  const live = bench.rows.filter((row) => row.state !== 'ignored')
  for (const [index, row] of live.entries()) {
    const key = byNumber ? row.values.styleNo?.toUpperCase() : titleOf(row)
    if (!key) {
      if (byNumber)
        mark(bench, row, 'styleNo', 'error', 'missing', {}, betweenEquals(live[index - 1], live[index + 1]))
      else mark(bench, row, 'titleZh', 'error', 'missing')
      continue
    }
    const group = groups.get(key) ?? { key, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  return byNumber ? withoutStrangers(bench, [...groups.values()]) : [...groups.values()]
}

export const titleOf = (row: RowPreview): string | undefined => row.values.titleZh ?? row.values.titleEn

/** A row between two rows of the same style most likely belongs to it. */
function betweenEquals(before: RowPreview | undefined, after: RowPreview | undefined): string | undefined {
  const styleNo = before?.values.styleNo
  return styleNo !== undefined && styleNo === after?.values.styleNo ? styleNo : undefined
}

function withoutStrangers(bench: Workbench, groups: readonly StyleGroup[]): StyleGroup[] {
  const titles = new Map(
    groups.map((group) => [
      group,
      mostCommon(
        group.rows.flatMap((row) => titleOf(row) ?? []),
        (title) => title,
      ),
    ]),
  )
  const byTitle = new Map<string, StyleGroup[]>()
  for (const [group, title] of titles) {
    if (title) byTitle.set(title.value, [...(byTitle.get(title.value) ?? []), group])
  }
  return groups.map((group) => {
    const common = titles.get(group)
    const own = group.rows.filter((row) => {
      const title = titleOf(row)
      if (!common || !title || title === common.value) return true
      const other = nearest(byTitle.get(title)?.filter((candidate) => candidate !== group) ?? [], row)
      if (!other) return true
      const number = other.rows[0]?.values.styleNo ?? ''
      mark(
        bench,
        row,
        'styleNo',
        'error',
        'style-number-of-another',
        { title, common: common.value, styleNo: number },
        number,
      )
      return false
    })
    return { key: group.key, rows: own }
  })
}

function nearest(groups: readonly StyleGroup[], row: RowPreview): StyleGroup | undefined {
  const distance = (group: StyleGroup): number =>
    Math.min(...group.rows.map((other) => Math.abs(other.row - row.row)))
  return [...groups].sort((a, b) => distance(a) - distance(b))[0]
}
