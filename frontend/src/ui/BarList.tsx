import { useFormat } from '@/i18n/useFormat'
import styles from './BarList.module.css'
import { Link } from './Link'

export interface BarListProps {
  label: string
  items: readonly { id: string; label: string; value: number; href: string }[]
}

/** How many of each: a bar, a figure, and a link to the list behind it. */
export function BarList({ label, items }: BarListProps) {
  const format = useFormat()
  const highest = Math.max(1, ...items.map((item) => item.value))
  return (
    <ul className={styles.bars} aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={styles.bar}>
          <Link href={item.href} className={styles.link!}>
            <span className={styles.label}>{item.label}</span>
            <span className={styles.value}>{format.number(item.value)}</span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.fill} style={{ width: `${(item.value / highest) * 100}%` }} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
