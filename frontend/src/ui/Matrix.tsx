import { Link } from './Link'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import styles from './Matrix.module.css'
import { pictureWords } from './pictureMessages'

export interface MatrixProps {
  label: string
  /** The same things on both sides, or two lists. `short` stands at the head of a column. */
  rows: readonly { id: string; label: string; href?: string }[]
  columns: readonly { id: string; label: string; short?: string }[]
  value: (row: string, column: string) => number
  /** Opens the facts behind a cell. */
  href?: (row: string, column: string) => string
  /** Says a cell in words: « Résovilles et Labo Cités : 4 liens ». */
  describe: (row: string, column: string, value: number) => string
}

const shades = 5

/** A table whose cells are shaded by their value. The value is written in each, and each opens what is behind it. */
export function Matrix({ label, rows, columns, value, href, describe }: MatrixProps) {
  const t = useWords(pictureWords)
  const format = useFormat()
  const highest = Math.max(
    1,
    ...rows.flatMap((row) =>
      columns.filter((column) => column.id !== row.id).map((column) => value(row.id, column.id)),
    ),
  )
  const shade = (amount: number) =>
    amount === 0 ? 0 : Math.min(shades, Math.ceil((amount / highest) * shades))
  return (
    <figure className={styles.figure}>
      {/* A region that scrolls has to be in reach of the keyboard. */}
      <div className={styles.frame} role="region" aria-label={label} tabIndex={0}>
        <table className={styles.matrix}>
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column.id} scope="col" title={column.label}>
                  <span className={styles.columnHead}>{column.short ?? column.label}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.href === undefined ? (
                    row.label
                  ) : (
                    <Link href={row.href} quiet>
                      {row.label}
                    </Link>
                  )}
                </th>
                {columns.map((column) => {
                  if (column.id === row.id) return <td key={column.id} className={styles.self} />
                  const amount = value(row.id, column.id)
                  const text = format.number(amount, { maximumFractionDigits: 0 })
                  const words = describe(row.id, column.id, amount)
                  return (
                    <td key={column.id} className={styles[`shade${shade(amount)}`]} title={words}>
                      {amount === 0 ? (
                        <span aria-hidden="true" className={styles.none}>
                          ·
                        </span>
                      ) : href === undefined ? (
                        text
                      ) : (
                        <Link href={href(row.id, column.id)} className={styles.cell!} aria-label={words}>
                          {text}
                        </Link>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption className={styles.legend} aria-hidden="true">
        {t('matrixLess')}
        {Array.from({ length: shades }, (_, index) => (
          <span key={index} className={`${styles.sample} ${styles[`shade${index + 1}`]}`} />
        ))}
        {t('matrixMore')}
      </figcaption>
    </figure>
  )
}
