import { getRouteApi } from '@tanstack/react-router'
import { Projector } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { useAddress } from '@/app/useAddress'
import { useLiveReads } from '@/app/liveReads'
import { TimeZone } from '@/i18n/TimeZone'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { LinkButton } from '@/ui/Button'
import { Stack } from '@/ui/Layout'
import { later } from '@/ui/later'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { StatePill } from '@/ui/StatePill'
import { OnStage } from './components/OnStage'
import { StageLists } from './components/StageLists'
import { stageWords } from './messages'
import styles from './StagePage.module.css'
import { stageQuery, stageViewNames, stageViews, viewsOf, type Stage } from './stage'

// The form comes after the questions; only those who run the gathering set a stage.
const AskForm = later(async () => (await import('./components/AskForm')).AskForm)
const StageSettings = later(async () => (await import('./components/StageSettings')).StageSettings)

const route = getRouteApi('/shell/scenes/$agendaItemId')
const page = 20

/** The stage of one item of the agenda: what is asked now, how one asks, and every question with what became of it. */
export function StagePage() {
  const { agendaItemId } = route.useParams()
  const [search, change] = useAddress<{ vue?: string; q?: string }>()
  const [first, setFirst] = useState(page)
  const named = stageViewNames.find((known) => known === search.vue) ?? 'questions'
  const { filter, orderBy } = stageViews[named]
  const [result, again] = useQuery({
    query: stageQuery,
    variables: {
      id: agendaItemId,
      filter: { ...filter, search: search.q || null },
      orderBy,
      first,
    },
  })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  const gatheringId = result.data?.stage?.gathering.id
  useLiveReads(gatheringId === undefined ? null : { gatheringId }, readAgain)
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => data.stage}
      onRetry={readAgain}
      skeleton={<Skeleton shape="page" lines={9} />}
    >
      {(stage) => (
        <TimeZone zone={stage.gathering.timeZone}>
          <Stack>
            <Head stage={stage} />
            <div className={styles.stage}>
              <div className={styles.now}>
                <OnStage stage={stage} />
              </div>
              <div className={styles.ask}>
                <Ask stage={stage} />
              </div>
              <div className={styles.lists}>
                <StageLists
                  stage={stage}
                  // A list that is no longer the reader's, or not yet, gives way to the first.
                  view={viewsOf(stage).includes(named) ? named : 'questions'}
                  search={search.q ?? ''}
                  onSearch={(patch) => {
                    setFirst(page)
                    change(patch)
                  }}
                  onMore={() => setFirst((count) => Math.min(100, count + page))}
                  isLoading={result.fetching}
                />
              </div>
            </div>
          </Stack>
        </TimeZone>
      )}
    </Loaded>
  )
}

function Head({ stage }: { stage: Stage }) {
  const t = useWords(stageWords)
  const format = useFormat()
  const { agendaItem, gathering, takesQuestions, questionsOpen } = stage
  const time = `${format.date(agendaItem.startsAt, 'day')}, ${format.date(agendaItem.startsAt, 'time')} – ${format.date(agendaItem.endsAt, 'time')}`
  return (
    <PageHeader
      eyebrow={t('eyebrow')}
      title={agendaItem.title}
      state={
        takesQuestions ? (
          <StatePill
            label={t(questionsOpen ? 'open' : 'closed')}
            tone={questionsOpen ? 'active' : 'paused'}
          />
        ) : (
          <StatePill label={t('noQuestions')} tone="idle" />
        )
      }
      breadcrumbs={[
        { label: t('gatherings'), href: addresses.gatherings() },
        { label: gathering.name, href: addresses.gathering(gathering.id) },
      ]}
      meta={
        <>
          <span>{time}</span>
          {agendaItem.space === null ? null : <span>{agendaItem.space.name}</span>}
          {agendaItem.speaker === '' ? null : <span>{agendaItem.speaker}</span>}
        </>
      }
      actions={
        <>
          {stage.viewerCanRun ? (
            <Suspense>
              <StageSettings stage={stage} />
            </Suspense>
          ) : null}
          {takesQuestions ? (
            <LinkButton icon={<Projector aria-hidden="true" />} href={addresses.stageScreen(stage.id)}>
              {t('screen')}
            </LinkButton>
          ) : null}
        </>
      }
    />
  )
}

/** Where one asks; where that is not possible, why. */
function Ask({ stage }: { stage: Stage }) {
  const t = useWords(stageWords)
  if (stage.viewerCanAsk)
    return (
      <Section title={t('ask')}>
        <Suspense fallback={<Skeleton lines={4} />}>
          <AskForm stage={stage} key={stage.id} />
        </Suspense>
      </Section>
    )
  if (!stage.takesQuestions)
    return stage.viewerCanRun ? <Banner title={t('notYet')}>{t('notYetText')}</Banner> : null
  if (stage.questionsOpen && stage.viewerQuestionsLeft === 0)
    return <Banner title={t('askNone')}>{t('askNoneText')}</Banner>
  return <Banner title={t('askClosed')}>{t('askClosedText')}</Banner>
}
