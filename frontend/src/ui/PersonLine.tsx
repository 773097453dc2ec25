import type { ReactNode } from 'react'
import { Avatar } from './Avatar'
import { Link } from './Link'
import styles from './PersonLine.module.css'

export interface PersonLineProps {
  name: string
  href?: string
  /** Their job, their centre, their role here. */
  detail?: ReactNode
  size?: 's' | 'm'
  /** What can be done about them here. */
  actions?: ReactNode
}

/** A person on one line. */
export function PersonLine({ name, href, detail, size = 'm', actions }: PersonLineProps) {
  return (
    <div className={styles.line}>
      <Avatar name={name} size={size} />
      <div className={styles.text}>
        <span className={styles.name}>
          {href === undefined ? (
            name
          ) : (
            <Link href={href} quiet>
              {name}
            </Link>
          )}
        </span>
        {detail === undefined ? null : <span className={styles.detail}>{detail}</span>}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
