import { PenLine } from 'lucide-react'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { harvestWords } from '../harvestMessages'
import { useWriters } from '../useWriters'
import styles from './Writers.module.css'

/** « Malik rédige… »: nobody begins a text that another is about to save. */
export function Writers({ topicId, heard, isOpen }: { topicId: string; heard: number; isOpen: boolean }) {
  const t = useWords(harvestWords)
  const format = useFormat()
  const names = useWriters(topicId, heard, isOpen)
  return (
    <p role="status" className={styles.writers}>
      {names.length === 0 ? null : (
        <>
          <PenLine aria-hidden="true" />
          {t('writing', { count: names.length, names: format.list(names) })}
        </>
      )}
    </p>
  )
}
