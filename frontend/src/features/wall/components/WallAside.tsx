import { addresses, whole } from '@/app/addresses'
import { Code } from '@/features/forum/components/Code'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { roomWallWords } from '../messages'
import type { Wall } from '../wall'
import styles from './WallAside.module.css'

/** Beside every screen: how to join, where the forum stands in figures, and what comes next. */
export function WallAside({ wall, now }: { wall: Wall; now: number }) {
  const t = useWords(roomWallWords)
  const format = useFormat()
  const next = wall.agenda.find(({ startsAt }) => Date.parse(startsAt) > now)
  return (
    <aside className={styles.aside} aria-label={t('join')}>
      {wall.forumId === null ? null : (
        <div className={styles.join}>
          <div className={styles.code}>
            <Code text={whole(addresses.forum(wall.forumId))} />
          </div>
          <p className={styles.how}>
            <strong>{t('join')}</strong>
            <span>{`${window.location.host}${addresses.currentForum()}`}</span>
          </p>
        </div>
      )}
      <dl className={styles.figures}>
        {figuresOf(wall).map(({ word, count, of }) => (
          <div key={word}>
            <dt>
              {of === undefined
                ? t(`counter.${word}`, { count })
                : t('counter.harvestsOf', { count, held: of })}
            </dt>
            <dd>{format.number(count)}</dd>
          </div>
        ))}
      </dl>
      {next === undefined ? null : (
        <p className={styles.next}>
          <span>{t('next', { time: format.date(next.startsAt, 'time') })}</span>
          <strong>{next.title}</strong>
          {next.space === '' ? null : <span>{next.space}</span>}
        </p>
      )}
    </aside>
  )
}

interface Figure {
  word: 'topics' | 'stars' | 'running' | 'harvests' | 'people' | 'dots'
  count: number
  of?: number
}

/** The figures that say something in a phase, three at most: they are read from afar. */
function figuresOf({ phase, counters }: Wall): Figure[] {
  const figure = (word: Figure['word']): Figure => ({ word, count: counters[word] })
  const harvests: Figure = { word: 'harvests', count: counters.harvests, of: counters.held }
  switch (phase) {
    case null:
      return []
    case 'PREPARATION':
    case 'COLLECTION':
    case 'MARKETPLACE':
      return [figure('topics'), figure('stars')]
    case 'SESSIONS':
      return [figure('running'), figure('people'), harvests]
    case 'CONVERGENCE':
      return [figure('dots'), harvests]
    case 'HARVEST':
    case 'CLOSED':
      return [figure('topics'), harvests, figure('dots')]
  }
}
