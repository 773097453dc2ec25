import { getRouteApi } from '@tanstack/react-router'
import { BookOpenText, Lightbulb, MessageCircleQuestionMark, Plus, Presentation } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { useLive } from '@/app/live'
import { useMaybeViewer } from '@/app/session'
import { useStates } from '@/app/states'
import { RegistrationPanel } from '@/features/registrations/components/RegistrationPanel'
import { PromisedQuestions } from '@/features/stage/components/PromisedQuestions'
import { TimeZone } from '@/i18n/TimeZone'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Button, LinkButton } from '@/ui/Button'
import { CentreBadge } from '@/ui/CentreBadge'
import { later, onDemand } from '@/ui/later'
import { Columns, DefinitionList, Prose, Stack } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { StatePill } from '@/ui/StatePill'
import { agendaWords } from './agendaMessages'
import { readItems } from './components/AgendaItemCard'
import { GatheringActs } from './components/GatheringActs'
import { NowNext } from './components/NowNext'
import { Programme } from './components/Programme'
import { TopicFates } from './components/TopicFates'
import { stepFor } from './fates'
import { gatheringQuery } from './gathering'
import { gatheringWords } from './messages'

const ReleaseHistory = later(async () => (await import('./components/ReleaseHistory')).ReleaseHistory)

const CreateForum = onDemand(
  async () => (await import('@/features/forum/components/CreateForum')).CreateForum,
)

/** Until the sessions begin, no topic can have become anything. */
const notYet: readonly string[] = ['PREPARATION', 'COLLECTION', 'MARKETPLACE']

const route = getRouteApi('/shell/rencontres/$gatheringId')

/** One gathering, for those who take part and for anyone: what is on, its programme, and what became of its topics. */
export function GatheringPage() {
  const t = useWords(gatheringWords)
  const tAgenda = useWords(agendaWords)
  const say = useStates()
  const format = useFormat()
  const viewer = useMaybeViewer()
  const { gatheringId } = route.useParams()
  const { etape } = route.useSearch()
  const [result, again] = useQuery({ query: gatheringQuery, variables: { id: gatheringId } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  // Others' acts reach those who are signed in; anyone else reads the page as it was when they came.
  useLive(viewer === null ? null : { gatheringId }, (facts) => {
    if (facts.some(({ objectKind }) => objectKind === 'GATHERING')) readAgain()
  })
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => data.gathering}
      onRetry={readAgain}
      skeleton={<Skeleton shape="page" lines={9} />}
    >
      {(gathering) => {
        const { forum, copiedFrom } = gathering
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
                  viewer === null ? (
                    gathering.proceedingsAddress === null ? undefined : (
                      <LinkButton
                        icon={<BookOpenText aria-hidden="true" />}
                        href={addresses.publicProceedings(gathering.proceedingsAddress)}
                      >
                        {t('readProceedings')}
                      </LinkButton>
                    )
                  ) : (
                    <>
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
                      {gathering.openStage === null ? null : (
                        <LinkButton
                          icon={<MessageCircleQuestionMark aria-hidden="true" />}
                          href={addresses.stage(gathering.openStage.id)}
                        >
                          {t('ask')}
                        </LinkButton>
                      )}
                      <LinkButton
                        icon={<Lightbulb aria-hidden="true" />}
                        href={addresses.barcamp(gathering.id)}
                      >
                        {t('barcamp')}
                      </LinkButton>
                      {gathering.state === 'DRAFT' || gathering.state === 'CANCELLED' ? null : (
                        <LinkButton
                          icon={<BookOpenText aria-hidden="true" />}
                          href={addresses.proceedings(gathering.id)}
                        >
                          {t('proceedings')}
                        </LinkButton>
                      )}
                      <GatheringActs gathering={gathering} onReread={readAgain} />
                    </>
                  )
                }
              />
              {gathering.state === 'CANCELLED' ? (
                <Banner tone="danger" title={t('cancelled')}>
                  {gathering.cancelReason}
                </Banner>
              ) : null}
              {isLive ? <NowNext items={readItems(gathering.agenda)} /> : null}
              {viewer === null ? null : <RegistrationPanel gathering={gathering} />}
              <Columns
                main={
                  <Programme
                    gatheringId={gathering.id}
                    agenda={gathering.agenda}
                    forumId={forum?.id}
                    prepare={gathering.viewerCanEdit ? addresses.preparation(gathering.id) : undefined}
                  />
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
                        ...(gathering.capacity === null
                          ? []
                          : [{ term: t('capacity'), value: format.number(gathering.capacity) }]),
                        {
                          term: t('hosts'),
                          value: gathering.hosts.map(({ id, shortName }) => (
                            <div key={id}>
                              <CentreBadge
                                name={shortName}
                                href={viewer === null ? undefined : addresses.centre(id)}
                              />
                            </div>
                          )),
                        },
                        ...(forum === null
                          ? []
                          : [{ term: t('forum'), value: <StatePill {...say('Forum', forum.phase)} /> }]),
                        ...(copiedFrom === null
                          ? []
                          : [
                              {
                                term: t('copiedFrom'),
                                value: (
                                  <Link href={addresses.gathering(copiedFrom.id)}>{copiedFrom.name}</Link>
                                ),
                              },
                            ]),
                      ]}
                    />
                    {gathering.description === '' ? null : (
                      <Section title={t('about')}>
                        <Prose>{gathering.description}</Prose>
                      </Section>
                    )}
                    {gathering.releases.length === 0 ? null : (
                      <Section title={tAgenda('releases')}>
                        <Suspense fallback={<Skeleton lines={3} />}>
                          <ReleaseHistory gatheringId={gathering.id} />
                        </Suspense>
                      </Section>
                    )}
                  </>
                }
              />
              {viewer === null ? null : (
                <PromisedQuestions gatheringId={gathering.id} key={`promised-${gathering.id}`} />
              )}
              {forum === null || notYet.includes(forum.phase) ? null : (
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
