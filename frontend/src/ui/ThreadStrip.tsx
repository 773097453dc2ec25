import { useEffect, useRef } from 'react'
import { useWords } from '@/i18n/useWords'
import { Link } from './Link'
import { threadUiWords } from './threadMessages'
import type { ThreadProps } from './Thread'
import styles from './Thread.module.css'
import { ThreadGlyph, threadKindWords } from './ThreadGlyph'
import type { ThreadEdge } from './threadRows'

/**
 * The thread on one line, for the head of a page: what led straight to this object, this object, and what came of it. The whole
 * of it is drawn by Thread.
 */
export function ThreadStrip({ nodes, edges, current }: ThreadProps & { current: string }) {
  const t = useWords(threadUiWords)
  const here = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // On a phone the line is longer than the screen: it starts at this object.
    const step = here.current
    if (step?.parentElement) step.parentElement.scrollLeft = step.offsetLeft - 24
  }, [current, edges])
  const way = [...walk(current, edges, 'back').reverse(), current, ...walk(current, edges, 'on')]
  const isOpen = !edges.some((edge) => edge.from === current)
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return (
    <ol
      className={`${styles.strip} ${way.length === 1 ? styles.stripAlone : ''}`}
      aria-label={t('threadLabel')}
    >
      {way.map((id) => {
        const node = byId.get(id)
        if (node === undefined) return null
        const content = (
          <>
            <ThreadGlyph kind={node.kind} />
            {t(threadKindWords[node.kind])}
          </>
        )
        return (
          <li
            key={id}
            ref={id === current ? here : undefined}
            className={styles.stripStep}
            aria-current={id === current || undefined}
          >
            {id === current || node.href === undefined ? (
              <span className={`${styles.stripLink} ${id === current ? styles.stripHere : ''}`}>
                {content}
              </span>
            ) : (
              <Link
                href={node.href}
                className={styles.stripLink!}
                aria-label={`${t(threadKindWords[node.kind])} : ${node.title}`}
              >
                {content}
              </Link>
            )}
          </li>
        )
      })}
      {isOpen ? (
        <li className={`${styles.stripStep} ${styles.stripNext}`}>
          <span className={styles.stripLink}>{t('threadNotYet')}</span>
        </li>
      ) : null}
    </ol>
  )
}

/** The straight way from an object, one step at a time, without going round in circles. */
function walk(from: string, edges: readonly ThreadEdge[], direction: 'back' | 'on'): string[] {
  const way: string[] = []
  const seen = new Set([from])
  let here = from
  for (;;) {
    const edge = edges.find((candidate) => (direction === 'on' ? candidate.from : candidate.to) === here)
    const next = direction === 'on' ? edge?.to : edge?.from
    if (next === undefined || seen.has(next)) return way
    seen.add(next)
    way.push(next)
    here = next
  }
}
