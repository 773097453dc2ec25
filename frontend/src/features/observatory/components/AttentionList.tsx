import type { ReactNode } from 'react'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { LineList } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Section } from '@/ui/Section'
import { observatoryWords } from '../messages'
import styles from './Attention.module.css'

export interface AttentionListProps {
  title: string
  count: number
  /** Opens the whole list, when there is more than is shown. */
  all?: { href: string; label: string }
  /** Said when there is nothing; « Rien à signaler » unless told. */
  empty?: string
  id?: string
  children: ReactNode
}

/** One kind of thing that asks for attention: how many, the first of them, and the way to the others. */
export function AttentionList({ title, count, all, empty, id, children }: AttentionListProps) {
  const t = useWords(observatoryWords)
  const format = useFormat()
  return (
    <div id={id} className={styles.list}>
      <Section title={title} level={3} count={count > 1000 ? '1 000+' : format.number(count)}>
        {count === 0 ? <p className={styles.quiet}>{empty ?? t('nothing')}</p> : null}
        {count === 0 ? null : <LineList label={title}>{children}</LineList>}
        {all === undefined || count === 0 ? null : (
          <p>
            <Link href={all.href}>{all.label}</Link>
          </p>
        )}
      </Section>
    </div>
  )
}

/** One of them: its name, and why it is here. */
export function AttentionLine({
  title,
  href,
  reasons,
  action,
}: {
  title: string
  href: string
  reasons: readonly { text: string; href?: string }[]
  action?: ReactNode
}) {
  return (
    <li className={styles.line}>
      <div className={styles.text}>
        <span className={styles.title}>
          <Link href={href} quiet>
            {title}
          </Link>
        </span>
        <ul className={styles.reasons}>
          {reasons.map((reason) => (
            <li key={reason.text}>
              {reason.href === undefined ? reason.text : <Link href={reason.href}>{reason.text}</Link>}
            </li>
          ))}
        </ul>
      </div>
      {action}
    </li>
  )
}
