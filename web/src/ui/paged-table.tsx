import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { classes } from './class-names.ts'
import { Loaded, Rows } from './loaded.tsx'
import table from './table.module.css'

/** A column's name, and whether it holds figures or actions, which stand at its right edge. */
export type Column = string | { name: string; right: true }

type PagedTableProps<T> = {
  query: UseInfiniteQueryResult<{ pages: { items: T[] }[] }, Error>
  columns: readonly Column[]
  /** One `tr` with a key. */
  row: (item: T) => ReactNode
  /** What stands there when there is nothing. */
  empty: ReactNode
  /** Words of the button for the next page. */
  more: string
  /** Height of a grey line while it is read, where rows are higher than a line of text. */
  rowHeight?: number
}

/** A list that comes page by page: on a desk a dense table, on a phone cards. */
export function PagedTable<T>({ query, columns, row, empty, more, rowHeight = 20 }: PagedTableProps<T>) {
  return (
    <Loaded query={query} waiting={<Rows count={8} height={rowHeight} />}>
      {(data) => {
        const items = data.pages.flatMap((page) => page.items)
        if (items.length === 0) return empty
        return (
          <>
            <div className={table.scroll}>
              <table className={classes(table.table, table.cards)}>
                <thead>
                  <tr>{columns.map(heading)}</tr>
                </thead>
                <tbody>{items.map(row)}</tbody>
              </table>
            </div>
            {query.hasNextPage && (
              <div className={table.foot}>
                <Button size="s" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {more}
                </Button>
              </div>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

function heading(column: Column) {
  const name = typeof column === 'string' ? column : column.name
  return (
    <th key={name} scope="col" data-number={typeof column === 'string' ? undefined : true}>
      {name}
    </th>
  )
}
