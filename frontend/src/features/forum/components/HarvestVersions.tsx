import { useState } from 'react'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Switch } from '@/ui/Switch'
import { historyWords } from '../historyMessages'
import type { Harvest } from '../topic'
import { HarvestChanges } from './HarvestChanges'
import styles from './HarvestRevisions.module.css'
import { HarvestText } from './HarvestText'

/** Each version with what it changed in the one before; the first is read whole. */
export function HarvestVersions({ harvest }: { harvest: Harvest }) {
  const t = useWords(historyWords)
  const format = useFormat()
  const [isCompared, setCompared] = useState(true)
  const versions = [harvest, ...harvest.revisions]
  return (
    <div className={styles.panel}>
      <Switch isSelected={isCompared} onChange={setCompared}>
        {t('differences')}
      </Switch>
      <ol className={styles.list}>
        {versions.map((version, index) => {
          const before = versions[index + 1]
          // Of the text that stands only what changed is told here: it is read above.
          if (index === 0 && !isCompared) return null
          return (
            <li key={version.version}>
              <h4 className={styles.name}>
                {t(index === 0 ? 'revisionNow' : 'revision', {
                  version: version.version,
                  name: version.editedBy.name,
                })}
              </h4>
              <p className={styles.when}>{format.date(version.editedAt, 'dayAndTime')}</p>
              {isCompared && before !== undefined ? (
                <HarvestChanges from={before} to={version} />
              ) : (
                <HarvestText harvest={{ ...version, carriers: [] }} />
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
