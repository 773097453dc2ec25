import { BellRing } from 'lucide-react'
import { useState } from 'react'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { LineList } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Section } from '@/ui/Section'
import { notify } from '@/ui/Toast'
import { isChasedLately, lateHarvests, type Late } from '../chase'
import type { Forum } from '../forum'
import { closingWords } from '../closingMessages'
import { useNow } from '../useNow'
import styles from './Chase.module.css'

const chaseHarvest = graphql(`
  mutation ChaseHarvest($input: ChaseHarvestInput!) {
    chaseHarvest(input: $input) {
      topic {
        id
        chasedAt
      }
    }
  }
`)

const few = 5

/** The harvests that are awaited, with one press to remind whoever owes each; nothing when none is. */
export function Chase({ forum }: { forum: Forum }) {
  const t = useWords(closingWords)
  const [isAll, setAll] = useState(false)
  const late = lateHarvests(forum)
  if (late.length === 0) return null
  const shown = isAll || late.length <= few + 1 ? late : late.slice(0, few)
  return (
    <Section title={t('chaseTitle')} count={late.length} lead={t('chaseLead')}>
      <LineList label={t('chaseTitle')}>
        {shown.map((each) => (
          <li key={each.topic.id} className={styles.line}>
            <OneLate late={each} />
          </li>
        ))}
      </LineList>
      {shown.length === late.length ? null : (
        <div>
          <Button size="s" onPress={() => setAll(true)}>
            {t('chaseAll', { count: late.length })}
          </Button>
        </div>
      )}
    </Section>
  )
}

function OneLate({ late: { topic, since } }: { late: Late }) {
  const t = useWords(closingWords)
  const format = useFormat()
  const now = useNow()
  const [chase, { isPending }] = useAct(chaseHarvest)
  const { convener, chasedAt } = topic
  const facts = [
    // A session may end before its hour.
    ...(since === null || Date.parse(since) > now
      ? []
      : [t('chaseSince', { when: format.relative(since, now) })]),
    convener === null ? t('chaseNobody') : t('chaseBy', { name: convener.name }),
    ...(topic.harvest === null ? [] : [t('chaseDraft')]),
  ]
  return (
    <>
      <div className={styles.what}>
        <Link href={addresses.topic(topic.id)} quiet>
          {topic.title}
        </Link>
        <span className={styles.note}>{facts.join(', ')}</span>
      </div>
      {convener === null ? (
        <span className={styles.note}>{t('chaseNobodyText')}</span>
      ) : chasedAt !== null && isChasedLately(chasedAt, now) ? (
        <span className={styles.note}>{t('chasedAt', { when: format.relative(chasedAt, now) })}</span>
      ) : topic.viewerCanChaseHarvest ? (
        <Button
          size="s"
          icon={<BellRing aria-hidden="true" />}
          aria-label={t('chaseActOf', { name: convener.name, title: topic.title })}
          isPending={isPending}
          onPress={async () => {
            if ((await chase({ topicId: topic.id })).ok)
              notify({ tone: 'good', text: t('chased', { name: convener.name }) })
          }}
        >
          {t('chaseAct')}
        </Button>
      ) : null}
    </>
  )
}
