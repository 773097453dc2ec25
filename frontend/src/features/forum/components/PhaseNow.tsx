import { useWords } from '@/i18n/useWords'
import type { Forum } from '../forum'
import { forumWords } from '../messages'
import { PhaseControl } from './PhaseControl'
import styles from './PhaseNow.module.css'

/** What to do now, in a sentence; and for whoever facilitates, the way on. */
export function PhaseNow({ forum }: { forum: Forum }) {
  const t = useWords(forumWords)
  return (
    <section className={styles.now} aria-label={t('now')} data-over={forum.phase === 'CLOSED' || undefined}>
      <p className={styles.text}>{t(wordFor(forum))}</p>
      {forum.allowedTransitions.length === 0 ? null : (
        <div className={styles.control}>
          <PhaseControl forum={forum} />
        </div>
      )}
    </section>
  )
}

function wordFor({ phase, viewerCanFacilitate, convenersPlace }: Forum) {
  if (viewerCanFacilitate && (phase === 'MARKETPLACE' || phase === 'SESSIONS' || phase === 'HARVEST'))
    return `do.${phase}.facilitator` as const
  if (phase === 'MARKETPLACE' && !convenersPlace) return 'do.MARKETPLACE.held' as const
  return `do.${phase}` as const
}
