import { PenLine } from 'lucide-react'
import { useState } from 'react'
import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf, type ResultOf } from '@/app/graphql'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button, buttonLook } from '@/ui/Button'
import { Card, CardMeta } from '@/ui/Card'
import { HealthPill } from '@/ui/HealthPill'
import { LineList, Prose } from '@/ui/Layout'
import { PersonLine } from '@/ui/PersonLine'
import { Popover } from '@/ui/Popover'
import { RelativeTime } from '@/ui/RelativeTime'
import { streamWords } from '../streamMessages'
import { ClampedText } from './ClampedText'
import { CorrectUpdate } from './CorrectUpdate'
import styles from './UpdateCard.module.css'

export const updateCard = graphql(`
  fragment UpdateCard on Update {
    id
    text
    health
    createdAt
    correctedAt
    version
    viewerCanCorrect
    author {
      id
      name
      centre {
        id
        shortName
      }
    }
    revisions {
      version
      text
      health
      at
    }
  }
`)

export type WholeUpdate = ResultOf<typeof updateCard>

/** What someone told of the group, with how they see it; corrected by its author, its former texts in reach. */
export function UpdateCard({ update, groupId }: { update: FragmentOf<typeof updateCard>; groupId: string }) {
  const t = useWords(streamWords)
  const it = readFragment(updateCard, update)
  const [isCorrecting, setCorrecting] = useState(false)
  return (
    <Card>
      <PersonLine
        name={it.author.name}
        href={addresses.person(it.author.id)}
        detail={
          <span className={styles.detail}>
            {it.author.centre === null ? null : <span>{it.author.centre.shortName}</span>}
            <RelativeTime at={it.createdAt} />
            <HealthPill health={it.health} />
          </span>
        }
      />
      <ClampedText text={it.text} most={900} />
      {it.correctedAt === null && !it.viewerCanCorrect ? null : (
        <CardMeta>
          {it.correctedAt === null ? null : <Corrections update={it} at={it.correctedAt} />}
          {it.viewerCanCorrect ? (
            <Button
              size="s"
              variant="quiet"
              icon={<PenLine aria-hidden="true" />}
              onPress={() => setCorrecting(true)}
            >
              {t('correct')}
            </Button>
          ) : null}
        </CardMeta>
      )}
      {it.viewerCanCorrect ? (
        <CorrectUpdate
          update={it}
          groupId={groupId}
          isOpen={isCorrecting}
          onClose={() => setCorrecting(false)}
        />
      ) : null}
    </Card>
  )
}

/** When it was corrected; one press away, what it said before. */
function Corrections({ update, at }: { update: WholeUpdate; at: string }) {
  const t = useWords(streamWords)
  const format = useFormat()
  return (
    <Popover
      label={t('historyOf')}
      trigger={t('corrected', { when: format.relative(at) })}
      triggerClassName={buttonLook({ variant: 'quiet', size: 's' })}
    >
      <p className={styles.title}>{t('history')}</p>
      <LineList>
        {update.revisions.map((revision) => (
          <li key={revision.version} className={styles.revision}>
            <span className={styles.detail}>
              {format.date(revision.at, 'dayAndTime')}
              <HealthPill health={revision.health} />
            </span>
            <Prose>{revision.text}</Prose>
          </li>
        ))}
      </LineList>
    </Popover>
  )
}
