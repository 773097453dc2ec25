import { ChevronDown } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading } from 'react-aria-components/Heading'
import { useWords } from '@/i18n/useWords'
import { later } from '@/ui/later'
import { Skeleton } from '@/ui/Skeleton'
import { harvestWords } from '../harvestMessages'
import type { Harvest } from '../topic'
import styles from './HarvestRevisions.module.css'

const HarvestVersions = later(async () => (await import('./HarvestVersions')).HarvestVersions)

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
      <DisclosurePanel>
        {wasOpened ? (
          <Suspense fallback={<Skeleton lines={4} />}>
            <HarvestVersions harvest={harvest} />
          </Suspense>
        ) : null}
      </DisclosurePanel>
    </Disclosure>
  )
}
