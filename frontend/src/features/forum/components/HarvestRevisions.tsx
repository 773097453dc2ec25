import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading } from 'react-aria-components/Heading'
import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { harvestWords } from '../harvestMessages'
import type { Harvest } from '../topic'
import styles from './HarvestRevisions.module.css'
import { HarvestText } from './HarvestText'

/** What was written before: nothing anyone wrote is lost. */
export function HarvestRevisions({ revisions }: { revisions: Harvest['revisions'] }) {
  const t = useWords(harvestWords)
  const format = useFormat()
  if (revisions.length === 0) return null
  return (
    <Disclosure className={styles.revisions!}>
      <Heading level={3} className={styles.heading!}>
        <Button slot="trigger" className={styles.trigger!}>
          <ChevronDown aria-hidden="true" />
          {t('revisions', { count: revisions.length })}
        </Button>
      </Heading>
      <DisclosurePanel>
        <ol className={styles.list}>
          {revisions.map((revision) => (
            <li key={revision.version}>
              <h4 className={styles.name}>
                {t('revision', { version: revision.version, name: revision.editedBy.name })}
              </h4>
              <p className={styles.when}>{format.date(revision.editedAt, 'dayAndTime')}</p>
              <HarvestText harvest={revision} />
            </li>
          ))}
        </ol>
      </DisclosurePanel>
    </Disclosure>
  )
}
