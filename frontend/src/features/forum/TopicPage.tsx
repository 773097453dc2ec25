import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { useStates } from '@/app/states'
import { useLiveReads } from '@/app/liveReads'
import { ObjectThread } from '@/features/thread/components/ObjectThread'
import { TimeZone } from '@/i18n/TimeZone'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { LinkButton } from '@/ui/Button'
import { Columns, Prose, Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { StatePill } from '@/ui/StatePill'
import { AtTheDoor } from './components/AtTheDoor'
import { DotControl } from './components/DotControl'
import { HarvestSection } from './components/HarvestSection'
import { ElsewhereBanners } from './components/TopicElsewhere'
import { SessionSection } from './components/SessionSection'
import { StarButton } from './components/StarButton'
import { PitchButton, TakeButton } from './components/TopicActs'
import { TopicChanges } from './components/TopicChanges'
import { TopicFacts } from './components/TopicFacts'
import { TopicJournal } from './components/TopicJournal'
import { TopicMeta } from './components/TopicMeta'
import { TopicOpenGroup } from './components/TopicOpenGroup'
import { forumWords } from './messages'
import { topicJournalQuery, topicQuery, type Topic, type TopicEvents } from './topic'
import { topicWords } from './topicMessages'
import { useDotsLeft } from './useDots'

const route = getRouteApi('/shell/sujets/$topicId')

/** A topic is its session: where it comes from, who is there, what it gave, what it became. */
export function TopicPage() {
  const { topicId } = route.useParams()
  const [result, again] = useQuery({ query: topicQuery, variables: { id: topicId } })
  const [journal, journalAgain] = useQuery({ query: topicJournalQuery, variables: { id: topicId } })
  const readAgain = () => {
    for (const read of [again, journalAgain]) read({ requestPolicy: 'network-only' })
  }
  const [heard, setHeard] = useState(0)
  useLiveReads({ topicId }, readAgain, { onWriting: () => setHeard((count) => count + 1) })
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => data.topic}
      onRetry={readAgain}
      skeleton={<Skeleton shape="page" lines={9} />}
    >
      {(topic) => (
        <TimeZone zone={topic.forum.gathering.timeZone}>
          <OpenTopic
            key={topic.id}
            topic={topic}
            events={journal.data?.topic?.events.nodes ?? []}
            heard={heard}
          />
        </TimeZone>
      )}
    </Loaded>
  )
}

interface OpenTopicProps {
  topic: Topic
  events: TopicEvents
  /** Changes when somebody begins, or ceases, to write its harvest. */
  heard: number
}

function OpenTopic({ topic, events, heard }: OpenTopicProps) {
  const t = useWords(topicWords)
  const tForum = useWords(forumWords)
  const say = useStates()
  const { forum } = topic
  const { left } = useDotsLeft(forum, [topic])
  return (
    <Stack>
      <PageHeader
        eyebrow={t('eyebrow')}
        title={topic.title}
        state={<StatePill {...say('Topic', topic.state)} />}
        breadcrumbs={[
          { label: tForum('gatherings'), href: addresses.gatherings() },
          { label: forum.gathering.name, href: addresses.gathering(forum.gathering.id) },
          { label: forum.name, href: addresses.forum(forum.id) },
        ]}
        actions={
          <>
            <StarButton topic={topic} isWorded />
            <PitchButton topic={topic} size="m" />
            <TakeButton topic={topic} size="m" />
            <TopicChanges topic={topic} />
          </>
        }
        meta={<TopicMeta topic={topic} />}
      />
      <AtTheDoor topic={topic} />
      <ObjectThread id={topic.id} shape="strip" />
      <ElsewhereBanners topic={topic} />
      {topic.workingGroup === null ? null : (
        <Banner
          tone="good"
          title={t('became')}
          actions={
            <LinkButton size="s" href={addresses.group(topic.workingGroup.id)}>
              {topic.workingGroup.name}
            </LinkButton>
          }
        />
      )}
      <TopicOpenGroup topic={topic} />
      <Columns
        main={
          <>
            <Section title={t('about')}>
              <Prose>{topic.description === '' ? t('noDescription') : topic.description}</Prose>
            </Section>
            <SessionSection topic={topic} />
            <HarvestSection topic={topic} heard={heard} />
            {topic.viewerCanVote ? (
              <Section title={t('vote')}>
                <DotControl topic={topic} left={left} />
              </Section>
            ) : null}
          </>
        }
        aside={
          <>
            <TopicFacts topic={topic} />
            <Section title={t('history')}>
              <ObjectThread id={topic.id} />
            </Section>
            <TopicJournal topicId={topic.id} events={events} />
          </>
        }
      />
    </Stack>
  )
}
