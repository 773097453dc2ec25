import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '@/i18n/useWords'
import { uiWords } from './messages'
import { Press } from './Press'
import styles from './Table.module.css'

export interface Column<Row, Sort extends string> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** The order this column asks for; without it the header is plain. */
  sort?: Sort
  align?: 'start' | 'end'
  /** Names its row: one column is. */
  isRowHeader?: boolean
  hideOnPhone?: boolean
}

export interface TableProps<Row, Sort extends string> {
  /** Says what the table holds; spoken, and shown above it unless a title already does. */
  label: string
  showLabel?: boolean
  columns: readonly Column<Row, Sort>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: { by: Sort; descending?: boolean }
  onSort?: (by: Sort) => void
}

/** A plain table of HTML: the server sorts and pages it. On a phone each row becomes a small sheet with its headings. */
export function Table<Row, Sort extends string = never>({
  label,
  showLabel = false,
  columns,
  rows,
  rowKey,
  sort,
  onSort,
}: TableProps<Row, Sort>) {
  const t = useWords(uiWords)
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={showLabel ? styles.caption : 'visually-hidden'}>{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => {
              const sorted = column.sort !== undefined && sort?.by === column.sort
              return (
                <th
                  key={column.id}
                  scope="col"
                  className={cellLook(column)}
                  aria-sort={sorted ? (sort.descending === true ? 'descending' : 'ascending') : undefined}
                >
                  {column.sort === undefined || onSort === undefined ? (
                    column.header
                  ) : (
                    <Press
                      className={styles.sort!}
                      onPress={() => onSort(column.sort!)}
                      aria-label={t(sorted && sort.descending !== true ? 'sortDescending' : 'sortAscending', {
                        column: column.header,
                      })}
                    >
                      {column.header}
                      {sorted ? (
                        sort.descending === true ? (
                          <ArrowDown aria-hidden="true" />
                        ) : (
                          <ArrowUp aria-hidden="true" />
                        )
                      ) : (
                        <ChevronsUpDown aria-hidden="true" />
                      )}
                    </Press>
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.isRowHeader === true ? (
                  <th key={column.id} scope="row" className={cellLook(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} data-header={column.header} className={cellLook(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cellLook<Row, Sort extends string>({ align, hideOnPhone }: Column<Row, Sort>): string {
  return `${align === 'end' ? styles.end : ''} ${hideOnPhone === true ? styles.wideOnly : ''}`.trim()
}
