import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './Breadcrumbs'
import { useCurrentPath } from './currentPath'
import { expectPageFocus, takePageFocus } from './pageFocus'
import styles from './PageHeader.module.css'

export interface PageHeaderProps {
  title: string
  /** What kind of thing it is: « Groupe de travail ». */
  eyebrow?: ReactNode
  lead?: ReactNode
  breadcrumbs?: readonly Crumb[]
  /** Pills: state, health. */
  state?: ReactNode
  actions?: ReactNode
  /** Small facts under the title: people, dates. */
  meta?: ReactNode
  /** In the browser's tab, when shorter or fuller than the title. */
  documentTitle?: string
}

/** The head of every page: its only h1, which names the tab and takes the focus when one arrives. */
export function PageHeader({
  title,
  eyebrow,
  lead,
  breadcrumbs,
  state,
  actions,
  meta,
  documentTitle,
}: PageHeaderProps) {
  const path = useCurrentPath()
  const heading = useRef<HTMLHeadingElement>(null)
  const tab = documentTitle ?? title
  useEffect(() => {
    document.title = tab === 'Maillage' ? tab : `${tab} · Maillage`
  }, [tab])
  useEffect(() => {
    if (takePageFocus()) heading.current?.focus({ preventScroll: true })
  }, [title, path])
  // A title that goes while it has the focus leaves it to the next: the page one came from may still be in sight for a moment.
  useLayoutEffect(() => {
    const title = heading.current
    return () => {
      if (title !== null && title === document.activeElement) expectPageFocus()
    }
  }, [])
  return (
    <header className={styles.header}>
      {breadcrumbs === undefined ? null : <Breadcrumbs items={breadcrumbs} />}
      {eyebrow === undefined && state === undefined ? null : (
        <div className={styles.over}>
          {eyebrow === undefined ? null : <span className={styles.eyebrow}>{eyebrow}</span>}
          {state}
        </div>
      )}
      <div className={styles.line}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
      {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
      {meta === undefined ? null : <div className={styles.meta}>{meta}</div>}
    </header>
  )
}
