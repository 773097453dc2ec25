import { getRouteApi } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useClient, useQuery } from 'urql'
import { addresses, whole } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useAddress } from '@/app/useAddress'
import { Code } from '@/features/forum/components/Code'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { FilterBar } from '@/ui/FilterBar'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import styles from './BadgesPage.module.css'
import { everyone } from './components/everyone'
import { useHome } from './components/home'
import { noCentre, type EveryParticipant } from './participants'
import { participantsWords } from './participantsMessages'

const badgesQuery = graphql(`
  query Badges($id: ID!) {
    gathering(id: $id) {
      id
      name
      viewerCanEdit
      viewerCanMarkAttendance
    }
    participantFigures(gatheringId: $id) {
      registered
      centres {
        centreId
        name
      }
    }
  }
`)

const route = getRouteApi('/shell/rencontres/$gatheringId/badges')

/** The labels that participants wear, for sheets of twenty-four. */
export function BadgesPage() {
  const t = useWords(participantsWords)
  const { gatheringId } = route.useParams()
  const { centre = '' } = route.useSearch()
  const [, change] = useAddress<{ centre?: string }>()
  const [result, again] = useQuery({ query: badgesQuery, variables: { id: gatheringId } })
  const centres = result.data?.participantFigures?.centres ?? []
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => data.gathering}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      skeleton={<Skeleton shape="page" lines={6} />}
    >
      {(gathering) => {
        const runs = gathering.viewerCanEdit || gathering.viewerCanMarkAttendance
        return (
          <Stack>
            <div className={styles.head}>
              <Stack>
                <PageHeader
                  title={t('badgesTitle')}
                  lead={t('badgesLead')}
                  documentTitle={`${t('badgesTitle')} · ${gathering.name}`}
                  breadcrumbs={[
                    { label: gathering.name, href: addresses.gathering(gathering.id) },
                    { label: t('title'), href: addresses.participants(gathering.id) },
                  ]}
                  actions={
                    runs ? (
                      <Button
                        variant="primary"
                        icon={<Printer aria-hidden="true" />}
                        onPress={() => window.print()}
                      >
                        {t('print')}
                      </Button>
                    ) : undefined
                  }
                />
                {runs ? (
                  <FilterBar
                    label={t('filters')}
                    fields={[
                      {
                        kind: 'select',
                        name: 'centre',
                        label: t('centre'),
                        any: t('anyCentre'),
                        options: centres.map(({ centreId, name }) =>
                          centreId === null
                            ? { id: noCentre, label: t('noCentre') }
                            : { id: centreId, label: name },
                        ),
                      },
                    ]}
                    values={{ centre }}
                    onChange={change}
                  />
                ) : null}
              </Stack>
            </div>
            {runs ? (
              <Labels key={centre} gathering={gathering} centre={centre} />
            ) : (
              <EmptyState level={2} title={t('notYours')}>
                <p>{t('notYoursText')}</p>
              </EmptyState>
            )}
          </Stack>
        )
      }}
    </Loaded>
  )
}

interface LabelsProps {
  gathering: { id: string; name: string }
  centre: string
}

/** All of them, read to the last before they are printed. */
function Labels({ gathering, centre }: LabelsProps) {
  const t = useWords(participantsWords)
  const format = useFormat()
  const home = useHome()
  const client = useClient()
  const [people, setPeople] = useState<EveryParticipant[] | 'failed'>()
  const { id } = gathering
  useEffect(() => {
    let isGone = false
    const filter = {
      states: ['REGISTERED' as const],
      centreId: centre === noCentre ? undefined : centre || undefined,
      withoutCentre: centre === noCentre || undefined,
    }
    everyone(client, id, filter).then(
      (found) => {
        if (!isGone) setPeople(found)
      },
      () => {
        if (!isGone) setPeople('failed')
      },
    )
    return () => {
      isGone = true
    }
  }, [client, id, centre])
  if (people === undefined) return <Skeleton lines={8} />
  if (people === 'failed') return <ErrorState code="NETWORK" />
  if (people.length === 0)
    return (
      <EmptyState level={2} title={t('badgesNone')}>
        <p>{t('badgesNoneText')}</p>
      </EmptyState>
    )
  return (
    <ul className={styles.sheet} aria-label={t('badgesTitle')}>
      {people.map(({ id: registration, staffMember, days }) => (
        <li key={registration} className={styles.label}>
          <div className={styles.text}>
            <span className={styles.gathering}>{gathering.name}</span>
            <span className={styles.name}>{staffMember.name}</span>
            <span className={styles.home}>{home(staffMember)}</span>
            <span className={styles.days}>
              {days.map((day) => format.date(day, 'weekdayShort')).join(', ')}
            </span>
          </div>
          <div className={styles.code}>
            <Code text={whole(addresses.person(staffMember.id))} />
          </div>
        </li>
      ))}
    </ul>
  )
}
