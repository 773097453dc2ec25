import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { useLiveReads } from '@/app/liveReads'
import { useViewer } from '@/app/session'
import { useStates } from '@/app/states'
import { ObjectThread } from '@/features/thread/components/ObjectThread'
import { TimeZone } from '@/i18n/TimeZone'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Columns, Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { StatePill } from '@/ui/StatePill'
import { Answers } from './components/Answers'
import { Comments } from './components/Comments'
import { ContributionActs } from './components/ContributionActs'
import { ContributionFacts } from './components/ContributionFacts'
import { Further } from './components/Further'
import { Promised } from './components/Promised'
import { Sheet } from './components/Sheet'
import { contributionQuery, type Contribution } from './contribution'
import { contributionWords } from './messages'
import { contributionPageWords } from './pageMessages'

const route = getRouteApi('/shell/pepites/$contributionId')

/** One pépite or question: what it says, what others answer and make of it, where it leads. */
export function ContributionPage() {
  const { contributionId } = route.useParams()
  const [result, again] = useQuery({ query: contributionQuery, variables: { id: contributionId } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  const me = useViewer().staffMember.id
  // What others say meanwhile waits behind a button: nothing is put above what is being read.
  const [said, setSaid] = useState(0)
  useLiveReads({ contributionId }, readAgain, {
    matters: (facts) => {
      const others = facts.filter(({ verb, actorId }) => verb === 'CONTRIBUTION_COMMENTED' && actorId !== me)
      setSaid((count) => count + others.length)
      return facts.length > others.length
    },
  })
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => data.contribution}
      onRetry={readAgain}
      skeleton={<Skeleton shape="page" lines={9} />}
    >
      {(contribution) => (
        <OpenContribution
          key={contribution.id}
          contribution={contribution}
          said={said}
          onSaid={() => {
            setSaid(0)
            readAgain()
          }}
        />
      )}
    </Loaded>
  )
}

interface OpenContributionProps {
  contribution: Contribution
  said: number
  onSaid: () => void
}

function OpenContribution({ contribution, said, onSaid }: OpenContributionProps) {
  const t = useWords(contributionPageWords)
  const tList = useWords(contributionWords)
  const say = useStates()
  const { gathering, kind, state } = contribution
  const page = (
    <Stack>
      <PageHeader
        eyebrow={tList(`kind.${kind}`)}
        title={contribution.title}
        state={<StatePill {...say('Contribution', state)} />}
        breadcrumbs={
          gathering === null
            ? [{ label: tList('title'), href: addresses.contributions() }]
            : [
                { label: tList('gatherings'), href: addresses.gatherings() },
                { label: gathering.name, href: addresses.gathering(gathering.id) },
                { label: tList('barcamp'), href: addresses.barcamp(gathering.id) },
              ]
        }
        actions={<ContributionActs contribution={contribution} />}
        meta={<Meta contribution={contribution} />}
      />
      <ObjectThread id={contribution.id} shape="strip" />
      {state === 'DRAFT' ? (
        <Banner title={t('draftTitle')}>
          <p>{t('draftText')}</p>
        </Banner>
      ) : null}
      {state === 'WITHDRAWN' ? <Banner title={t('withdrawnTitle')} /> : null}
      <Promised contribution={contribution} />
      <Columns
        main={
          <>
            <Sheet contribution={contribution} />
            {kind === 'QUESTION' && state !== 'DRAFT' ? <Answers contribution={contribution} /> : null}
            {state === 'DRAFT' ? null : <Comments contribution={contribution} said={said} onSaid={onSaid} />}
          </>
        }
        aside={
          <>
            <ContributionFacts contribution={contribution} />
            <Further contribution={contribution} />
            <Section title={t('history')}>
              <ObjectThread id={contribution.id} />
            </Section>
          </>
        }
      />
    </Stack>
  )
  return gathering === null ? page : <TimeZone zone={gathering.timeZone}>{page}</TimeZone>
}

/** When it was shown, and when it had its turn. */
function Meta({ contribution }: { contribution: Contribution }) {
  const t = useWords(contributionPageWords)
  const format = useFormat()
  const { publishedAt, presentedAt } = contribution
  return (
    <>
      {publishedAt === null ? null : (
        <span>{t('publishedOn', { day: format.date(publishedAt, 'day') })}</span>
      )}
      {presentedAt === null ? null : (
        <span>{t('presentedOn', { day: format.date(presentedAt, 'day') })}</span>
      )}
    </>
  )
}
