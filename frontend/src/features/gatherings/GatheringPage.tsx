import { getRouteApi } from '@tanstack/react-router'
import { Lightbulb, MessageCircleQuestionMark, Plus, Presentation } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useStates } from '@/app/states'
import { PromisedQuestions } from '@/features/stage/components/PromisedQuestions'
import { WallButton } from '@/features/wall/components/WallButton'
import { TimeZone } from '@/i18n/TimeZone'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button, LinkButton } from '@/ui/Button'
import { CentreBadge } from '@/ui/CentreBadge'
import { Columns, DefinitionList, Prose, Stack } from '@/ui/Layout'
import { onDemand } from '@/ui/later'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { StatePill } from '@/ui/StatePill'
import { Agenda, agendaItem } from './components/Agenda'
import { TopicFates } from './components/TopicFates'
import { stepFor } from './fates'
import { gatheringWords } from './messages'

const gatheringQuery = graphql(
  `
    query GatheringPage($id: ID!) {
      gathering(id: $id) {
        id
        name
        city
        venue
        startsOn
        endsOn
        timeZone
        state
        description
        viewerCanMakeWall
        hosts {
          id
          shortName
        }
        forum {
          id
          phase
        }
        openStage {
          id
        }
        viewerCanCreateForum
        agenda {
          ...AgendaItem
        }
      }
    }
  `,
  [agendaItem],
)

const CreateForum = onDemand(
  async () => (await import('@/features/forum/components/CreateForum')).CreateForum,
)

const route = getRouteApi('/shell/rencontres/$gatheringId')

/** One gathering: its programme day by day, the way to its forum, and what became of what was pinned there. */
export function GatheringPage() {
  const t = useWords(gatheringWords)
  const say = useStates()
  const format = useFormat()
  const { gatheringId } = route.useParams()
  const { etape } = route.useSearch()
  const [result, again] = useQuery({ query: gatheringQuery, variables: { id: gatheringId } })
  return (
    <Loaded
      result={result}
      find={(data) => data.gathering}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      skeleton={<Skeleton shape="page" lines={9} />}
    >
      {(gathering) => {
        const { forum } = gathering
        const isLive = gathering.state === 'LIVE'
        return (
          <TimeZone zone={gathering.timeZone}>
            <Stack>
              <PageHeader
                eyebrow={t('eyebrow')}
                title={gathering.name}
                state={<StatePill {...say('Gathering', gathering.state)} />}
                breadcrumbs={[{ label: t('title'), href: addresses.gatherings() }]}
                actions={
                  <>
                    {gathering.viewerCanMakeWall ? <WallButton gatheringId={gathering.id} /> : null}
                    {gathering.openStage === null ? null : (
                      <LinkButton
                        icon={<MessageCircleQuestionMark aria-hidden="true" />}
                        href={addresses.stage(gathering.openStage.id)}
                      >
                        {t('ask')}
                      </LinkButton>
                    )}
                    {forum === null ? (
                      gathering.viewerCanCreateForum ? (
                        <OpenForum gatheringId={gathering.id} />
                      ) : null
                    ) : (
                      <LinkButton
                        variant={isLive ? 'primary' : 'secondary'}
                        icon={<Presentation aria-hidden="true" />}
                        href={addresses.forum(forum.id)}
                      >
                        {t(isLive ? 'goForum' : 'seeForum')}
                      </LinkButton>
                    )}
                    <LinkButton
                      icon={<Lightbulb aria-hidden="true" />}
                      href={addresses.barcamp(gathering.id)}
                    >
                      {t('barcamp')}
                    </LinkButton>
                  </>
                }
              />
              <Columns
                main={
                  <Section title={t('agenda')}>
                    <Agenda items={gathering.agenda} gatheringId={gathering.id} forumId={forum?.id} />
                  </Section>
                }
                aside={
                  <>
                    <DefinitionList
                      items={[
                        { term: t('when'), value: format.dateRange(gathering.startsOn, gathering.endsOn) },
                        {
                          term: t('where'),
                          value: [gathering.venue, gathering.city].filter(Boolean).join(', '),
                        },
                        {
                          term: t('hosts'),
                          value: gathering.hosts.map(({ id, shortName }) => (
                            <div key={id}>
                              <CentreBadge name={shortName} href={addresses.centre(id)} />
                            </div>
                          )),
                        },
                        ...(forum === null
                          ? []
                          : [{ term: t('forum'), value: <StatePill {...say('Forum', forum.phase)} /> }]),
                      ]}
                    />
                    {gathering.description === '' ? null : (
                      <Section title={t('about')}>
                        <Prose>{gathering.description}</Prose>
                      </Section>
                    )}
                  </>
                }
              />
              <PromisedQuestions gatheringId={gathering.id} key={`promised-${gathering.id}`} />
              {forum === null ? null : (
                <TopicFates gatheringId={gathering.id} step={stepFor(etape)} key={gathering.id} />
              )}
            </Stack>
          </TimeZone>
        )
      }}
    </Loaded>
  )
}

/** For whoever prepares the gathering: a forum, where there is none yet. */
function OpenForum({ gatheringId }: { gatheringId: string }) {
  const t = useWords(gatheringWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={<Plus aria-hidden="true" />} onPress={() => setOpen(true)}>
        {t('openForum')}
      </Button>
      <CreateForum gatheringId={gatheringId} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  )
}
