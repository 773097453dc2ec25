import { ChevronDown } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading } from 'react-aria-components/Heading'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Skeleton } from '@/ui/Skeleton'
import { Switch } from '@/ui/Switch'
import { harvestWords } from '../harvestMessages'
import type { Harvest } from '../topic'
import styles from './HarvestRevisions.module.css'
import { HarvestText } from './HarvestText'

const HarvestChanges = lazy(async () => ({ default: (await import('./HarvestChanges')).HarvestChanges }))

/** What was written before, and what each hand changed: nothing anyone wrote is lost. */
export function HarvestRevisions({ harvest }: { harvest: Harvest }) {
  const t = useWords(harvestWords)
  const [wasOpened, setOpened] = useState(false)
  const count = harvest.revisions.length
  if (count === 0) return null
  return (
    <Disclosure
      className={styles.revisions!}
      onExpandedChange={(isOpen) => {
        if (isOpen) setOpened(true)
      }}
    >
      <Heading level={3} className={styles.heading!}>
        <Button slot="trigger" className={styles.trigger!}>
          <ChevronDown aria-hidden="true" />
          {t('revisions', { count })}
        </Button>
      </Heading>
      <DisclosurePanel>{wasOpened ? <Versions harvest={harvest} /> : null}</DisclosurePanel>
    </Disclosure>
  )
}

function Versions({ harvest }: { harvest: Harvest }) {
  const t = useWords(harvestWords)
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
                <Suspense fallback={<Skeleton lines={3} />}>
                  <HarvestChanges from={before} to={version} />
                </Suspense>
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
