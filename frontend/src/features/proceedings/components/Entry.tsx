import { Suspense, type ReactNode } from 'react'
import { addressOfKind } from '@/app/addresses'
import { later } from '@/ui/later'
import { Link } from '@/ui/Link'
import { Markdown } from '@/ui/Markdown'
import type { Proceedings } from '../proceedings'
import styles from './Proceedings.module.css'

const PublicSwitch = later(async () => (await import('./PublicPart')).PublicSwitch)

export interface EntryProps {
  proceedings: Proceedings
  kind: 'TOPIC' | 'CONTRIBUTION' | 'LIVE_QUESTION'
  id: string
  title: string
  isPublic: boolean
  onChanged: () => void
  state?: ReactNode
  meta: readonly ReactNode[]
  children: ReactNode
}

/** One entry of a chapter: its title, which leads to its page, what is known of it, and whether anyone may read it. */
export function Entry({
  proceedings,
  kind,
  id,
  title,
  isPublic,
  onChanged,
  state,
  meta,
  children,
}: EntryProps) {
  const href = proceedings.publicPart ? undefined : addressOfKind(kind, id)
  const said = meta.filter((part) => part !== null && part !== '')
  return (
    <article id={id} tabIndex={-1} className={styles.entry}>
      <h3>
        {href === undefined ? (
          title
        ) : (
          <Link quiet href={href}>
            {title}
          </Link>
        )}
      </h3>
      {said.length === 0 && state === undefined ? null : (
        <p className={styles.meta}>
          {state}
          {said.map((part, index) => (
            <span key={index}>{part}</span>
          ))}
        </p>
      )}
      {proceedings.viewerCanEdit ? (
        <Suspense>
          <PublicSwitch
            gatheringId={proceedings.gatheringId}
            entryId={id}
            title={title}
            isPublic={isPublic}
            onChanged={onChanged}
          />
        </Suspense>
      ) : null}
      {children}
    </article>
  )
}

/** A part of an entry that may be empty. */
export function Part({ title, text }: { title: string; text: string }) {
  return text === '' ? null : (
    <div className={styles.part}>
      <h4>{title}</h4>
      <Markdown text={text} />
    </div>
  )
}
