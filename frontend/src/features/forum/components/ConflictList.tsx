import { Ban, TriangleAlert } from 'lucide-react'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { forbids, type Conflict } from '../board'
import type { WallTopic } from '../forum'
import { wallWords } from '../wallMessages'
import styles from './ConflictList.module.css'

/** Says a conflict in a sentence. */
export function useConflictWords(): (conflict: Conflict, topic: WallTopic) => string {
  const t = useWords(wallWords)
  const format = useFormat()
  return (conflict, topic) => {
    switch (conflict.kind) {
      case 'taken':
        return t('conflictTaken', { title: conflict.by.title })
      case 'convenerElsewhere':
        return t('conflictConvener', { name: topic.convener?.name ?? '', title: conflict.by.title })
      case 'inSlot':
        return t('conflictInSlot')
      case 'together':
        return t('conflictTogether', { count: conflict.count, title: conflict.by.title })
      case 'tooSmall':
        return t('conflictSmall', { count: conflict.missing })
      case 'starredToo':
        return t('conflictStarred', {
          titles: format.list(conflict.by.map(({ title }) => t('quoted', { title }))),
        })
    }
  }
}

/** What speaks against a place, told before it is taken. */
export function ConflictList({ conflicts, topic }: { conflicts: readonly Conflict[]; topic: WallTopic }) {
  const say = useConflictWords()
  if (conflicts.length === 0) return null
  return (
    <span className={styles.list}>
      {conflicts.map((conflict) => (
        <span
          key={conflict.kind === 'together' ? conflict.by.id : conflict.kind}
          className={forbids(conflict) ? styles.refused : styles.warned}
        >
          {forbids(conflict) ? <Ban aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
          {say(conflict, topic)}
        </span>
      ))}
    </span>
  )
}
