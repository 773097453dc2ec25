import type { ReactNode } from 'react'
import styles from './Card.module.css'
import { Link } from './Link'

export interface CardProps {
  children: ReactNode
  as?: 'article' | 'section' | 'li' | 'div'
  /** signal: it asks something of the reader. */
  tone?: 'plain' | 'signal' | 'sunken'
}

/**
 * A thing that can be picked up: a topic, a task, a group. What is only read is a Section. When its CardTitle has an address
 * the whole card can be pressed.
 */
export function Card({ children, as: Tag = 'article', tone = 'plain' }: CardProps) {
  return <Tag className={`${styles.card} ${styles[tone]}`}>{children}</Tag>
}

/** The title of a card; with an address, the whole card can be pressed. */
export function CardTitle({
  href,
  children,
  level = 3,
}: {
  href?: string
  children: ReactNode
  level?: 2 | 3 | 4
}) {
  const Tag = `h${level}` as const
  return (
    <Tag className={styles.title}>
      {href === undefined ? children : <CardLink href={href}>{children}</CardLink>}
    </Tag>
  )
}

function CardLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={styles.link!}>
      {children}
    </Link>
  )
}

/** The line of small facts of a card: pills, dates, counts. */
export function CardMeta({ children }: { children: ReactNode }) {
  return <div className={styles.meta}>{children}</div>
}

/** The acts of a card, above the link that takes its whole surface. */
export function CardActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}

/** Cards side by side, as many as there is room for. `wide` for cards that hold more. */
export function CardGrid({
  children,
  label,
  wide = false,
}: {
  children: ReactNode
  label?: string
  wide?: boolean
}) {
  return (
    <ul className={`${styles.grid} ${wide ? styles.wide : ''}`} aria-label={label}>
      {children}
    </ul>
  )
}
