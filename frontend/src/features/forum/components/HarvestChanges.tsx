import { diffWordsWithSpace } from 'diff'
import { useWords } from '@/i18n/useWords'
import { texts } from '../harvest'
import { harvestWords } from '../harvestMessages'
import { historyWords } from '../historyMessages'
import styles from './HarvestChanges.module.css'

type Texts = Record<(typeof texts)[number], string>

/** What one hand changed, word by word, in the fields that moved. */
export function HarvestChanges({ from, to }: { from: Texts; to: Texts }) {
  const t = useWords(harvestWords)
  const tHistory = useWords(historyWords)
  const moved = texts.filter((field) => from[field] !== to[field])
  if (moved.length === 0) return <p className={styles.note}>{tHistory('same')}</p>
  return (
    <dl className={styles.changes}>
      {moved.map((field) => (
        <div key={field}>
          <dt>{t(field)}</dt>
          <dd>
            {diffWordsWithSpace(from[field], to[field]).map(({ value, added, removed }, index) =>
              added ? (
                <ins key={index}>
                  <span className="visually-hidden">{tHistory('added')} </span>
                  {value}
                </ins>
              ) : removed ? (
                <del key={index}>
                  <span className="visually-hidden">{tHistory('gone')} </span>
                  {value}
                </del>
              ) : (
                <span key={index}>{value}</span>
              ),
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
