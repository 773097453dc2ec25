import { Suspense, type ReactNode } from 'react'
import { addressOf } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf, type ResultOf } from '@/app/graphql'
import { firstWords } from '@/i18n/firstWords'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Card, CardActions, CardMeta, CardTitle } from '@/ui/Card'
import { later } from '@/ui/later'
import { Link } from '@/ui/Link'
import { Pill } from '@/ui/Pill'
import { taskWords } from '../messages'
import { HandActs } from './HandActs'
import styles from './TaskCard.module.css'

// What answers a request comes with the first of its kind.
const GroupActs = later(async () => (await import('./GroupActs')).GroupActs)
const ProjectActs = later(async () => (await import('./ProjectActs')).ProjectActs)
const PlaceActs = later(async () => (await import('./PlaceActs')).PlaceActs)
const QuestionActs = later(async () => (await import('./QuestionActs')).QuestionActs)
const ContributionActs = later(async () => (await import('./ContributionActs')).ContributionActs)
const TopicActs = later(async () => (await import('./TopicActs')).TopicActs)

export const taskCard = graphql(`
  fragment TaskCard on Task {
    id
    kind
    title
    dueOn
    overdue
    createdAt
    viewerCanComplete
    viewerCanDrop
    author {
      id
      name
    }
    assignee {
      id
    }
    subject {
      __typename
      ... on Gathering {
        id
        name
        viewerRegistration {
          id
          viewerCanWithdraw
        }
      }
      ... on LiveQuestion {
        id
        text
      }
      ... on Contribution {
        id
        title
      }
      ... on Topic {
        id
        title
      }
      ... on WorkingGroup {
        id
        name
        admission
        version
        centreCount
        lead {
          id
        }
        allowedTransitions
        viewerCanAccept
        viewerCanJoin
        viewerCanLeave
      }
      ... on JointProject {
        id
        title
        version
        viewerCanCommit
        projectMoves: allowedTransitions
      }
    }
  }
`)

export type WholeTask = ResultOf<typeof taskCard>
type Subject = NonNullable<WholeTask['subject']>
export type GatheringSubject = Extract<Subject, { __typename: 'Gathering' }>
export type GroupSubject = Extract<Subject, { __typename: 'WorkingGroup' }>
export type ProjectSubject = Extract<Subject, { __typename: 'JointProject' }>
export type QuestionSubject = Extract<Subject, { __typename: 'LiveQuestion' }>
export type ContributionSubject = Extract<Subject, { __typename: 'Contribution' }>
export type TopicSubject = Extract<Subject, { __typename: 'Topic' }>

/** What the thing a task is about is called. */
export function subjectTitle(subject: Subject): string {
  if (subject.__typename === 'LiveQuestion') return firstWords(subject.text)
  return 'name' in subject ? subject.name : subject.title
}

/** One thing that is asked, by whom and for when, with the acts that answer it in place. */
export function TaskCard({ task }: { task: FragmentOf<typeof taskCard> }) {
  const t = useWords(taskWords)
  const it = readFragment(taskCard, task)
  const subject = it.subject === null ? t('someSubject') : subjectTitle(it.subject)
  return (
    <Card as="li" tone={it.overdue ? 'signal' : 'plain'}>
      <div className={styles.text}>
        <CardTitle>{it.kind === 'BY_HAND' ? it.title : t(`ask.${it.kind}`, { subject })}</CardTitle>
        <TaskFacts task={it} />
      </div>
      <CardActions>
        <Suspense>
          <TaskActs task={it} />
        </Suspense>
      </CardActions>
    </Card>
  )
}

/** The acts that answer each kind of request. */
function TaskActs({ task }: { task: WholeTask }): ReactNode {
  const { kind, subject } = task
  if (kind === 'BY_HAND') return <HandActs task={task} />
  switch (subject?.__typename) {
    case 'WorkingGroup':
      return <GroupActs task={task} group={subject} />
    case 'JointProject':
      return <ProjectActs task={task} project={subject} />
    case 'Gathering':
      return <PlaceActs task={task} gathering={subject} />
    case 'LiveQuestion':
      return <QuestionActs task={task} question={subject} />
    case 'Contribution':
      return <ContributionActs task={task} contribution={subject} />
    case 'Topic':
      return <TopicActs task={task} topic={subject} />
    default:
      return <HandActs task={task} />
  }
}

function TaskFacts({ task }: { task: WholeTask }) {
  const t = useWords(taskWords)
  const format = useFormat()
  const { author, assignee, dueOn, overdue, kind, subject } = task
  const href = subject === null ? undefined : addressOf(subject)
  const asks =
    author === null ? null : author.id === assignee.id ? t('forMyself') : t('from', { name: author.name })
  if (asks === null && dueOn === null) return null
  return (
    <CardMeta>
      {overdue ? <Pill tone="signal">{t('overdue')}</Pill> : null}
      {dueOn === null ? null : <span>{t('due', { day: format.date(dueOn) })}</span>}
      {asks === null ? null : <span>{asks}</span>}
      {kind === 'BY_HAND' && subject !== null && href !== undefined ? (
        <span>
          {t.rich('about', {
            subject: (
              <Link href={href} quiet>
                {subjectTitle(subject)}
              </Link>
            ),
          })}
        </span>
      ) : null}
    </CardMeta>
  )
}
