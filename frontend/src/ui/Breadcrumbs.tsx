import { useWords } from '@/i18n/useWords'
import styles from './Breadcrumbs.module.css'
import { Link } from './Link'
import { uiWords } from './messages'

export interface Crumb {
  label: string
  href: string
}

/** The way here. The page itself is the title below, so it is not repeated. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const t = useWords(uiWords)
  return (
    <nav aria-label={t('breadcrumbs')}>
      <ol className={styles.crumbs}>
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} quiet>
              {item.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
