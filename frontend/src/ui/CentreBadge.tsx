import { Link } from './Link'
import styles from './CentreBadge.module.css'

/** A centre, by its short name and its knot of the mesh. */
export function CentreBadge({ name, href }: { name: string; href?: string }) {
  return (
    <span className={styles.badge}>
      <svg
        viewBox="0 0 16 16"
        width="14"
        height="14"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      >
        <path d="M3.4 12.2 8 4.2l4.6 8" />
        <circle cx="8" cy="3.4" r="2" fill="var(--surface)" />
        <circle cx="3" cy="12.6" r="2" fill="var(--surface)" />
        <circle cx="13" cy="12.6" r="2" fill="var(--surface)" />
      </svg>
      {href === undefined ? (
        name
      ) : (
        <Link href={href} quiet>
          {name}
        </Link>
      )}
    </span>
  )
}
