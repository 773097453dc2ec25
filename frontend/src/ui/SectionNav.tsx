import { useCurrentPath } from './currentPath'
import { Anchor } from './Press'
import styles from './Tabs.module.css'

export interface SectionNavProps {
  label: string
  items: readonly { href: string; label: string; count?: number }[]
}

/** The parts of a large object, each at its own address. */
export function SectionNav({ label, items }: SectionNavProps) {
  const path = useCurrentPath()
  return (
    <nav aria-label={label} className={styles.list}>
      {items.map((item) => (
        <Anchor
          key={item.href}
          href={item.href}
          aria-current={path === item.href.split('?')[0] ? 'page' : undefined}
          className={styles.tab!}
        >
          {item.label}
          {item.count === undefined ? null : <span className={styles.count}>{item.count}</span>}
        </Anchor>
      ))}
    </nav>
  )
}
