import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql, type ResultOf } from '@/app/graphql'
import { useStates } from '@/app/states'
import { useLiveReads } from '@/app/liveReads'
import { ObjectThread } from '@/features/thread/components/ObjectThread'
import { firstWords } from '@/i18n/firstWords'
import { TimeZone } from '@/i18n/TimeZone'
import { useWords } from '@/i18n/useWords'
import { Columns, Prose, Row, Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { RelativeTime } from '@/ui/RelativeTime'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { StatePill } from '@/ui/StatePill'
import { QuestionActs } from './components/QuestionActs'
import { Asked } from './components/QuestionCard'
import { QuestionOutcome } from './components/QuestionOutcome'
import { VoteButton } from './components/VoteButton'
import { stageWords } from './messages'
import { questionLine } from './question'
import { questionWords } from './questionMessages'

const questionQuery = graphql(
  `
    query LiveQuestionPage($id: ID!) {
      liveQuestion(id: $id) {
        ...LiveQuestionLine
        gathering {
          id
          name
          timeZone
        }
        stage {
          id
          agendaItem {
            id
            title
          }
        }
      }
    }
  `,
  [questionLine],
)

type Found = NonNullable<ResultOf<typeof questionQuery>['liveQuestion']>

const route = getRouteApi('/shell/questions-posees/$questionId')

/** One question to the person on stage: what was asked, what was answered or promised, and its thread. */
export function LiveQuestionPage() {
  const { questionId } = route.useParams()
  const { repondre } = route.useSearch()
  const [result, again] = useQuery({ query: questionQuery, variables: { id: questionId } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  const gatheringId = result.data?.liveQuestion?.gathering.id
  useLiveReads(gatheringId === undefined ? null : { gatheringId }, readAgain)
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => data.liveQuestion}
      onRetry={readAgain}
      skeleton={<Skeleton shape="page" lines={7} />}
    >
      {(question) => (
        <TimeZone zone={question.gathering.timeZone}>
          <OpenQuestion key={question.id} question={question} isAnswering={repondre === true} />
        </TimeZone>
      )}
    </Loaded>
  )
}

const titleMost = 140

function OpenQuestion({ question, isAnswering }: { question: Found; isAnswering: boolean }) {
  const t = useWords(questionWords)
  const tStage = useWords(stageWords)
  const say = useStates()
  const { gathering, stage } = question
  const isSettled = question.state === 'ANSWERED' || question.state === 'ANSWER_PROMISED'
  return (
    <Stack>
      <PageHeader
        eyebrow={t('eyebrow')}
        title={firstWords(question.text, titleMost)}
        state={<StatePill {...say('LiveQuestion', question.state)} />}
        breadcrumbs={[
          { label: tStage('gatherings'), href: addresses.gatherings() },
          { label: gathering.name, href: addresses.gathering(gathering.id) },
          { label: stage.agendaItem.title, href: addresses.stage(stage.id) },
        ]}
        meta={
          <>
            <Asked question={question} />
            <RelativeTime at={question.createdAt} />
          </>
        }
      />
      <Columns
        main={
          <>
            {question.text.length > titleMost ? (
              <Section title={t('full')}>
                <Prose>{question.text}</Prose>
              </Section>
            ) : null}
            {isSettled ? (
              <Section title={t('answer')}>
                <QuestionOutcome question={question} />
              </Section>
            ) : (
              <QuestionOutcome question={question} />
            )}
            <Row>
              <VoteButton question={question} />
              <QuestionActs
                question={question}
                asks={isAnswering && question.viewerCanAnswer ? 'answer' : null}
              />
            </Row>
          </>
        }
        aside={
          <Section title={t('story')}>
            <ObjectThread id={question.id} />
          </Section>
        }
      />
    </Stack>
  )
}
