import { useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useStates } from '@/app/states'
import { useWords } from '@/i18n/useWords'
import { CardMeta } from '@/ui/Card'
import { LineList } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { LoadMore } from '@/ui/Pager'
import { Section } from '@/ui/Section'
import { StatePill } from '@/ui/StatePill'
import { stageWords } from '../messages'
import styles from './QuestionCard.module.css'
import { QuestionOutcome } from './QuestionOutcome'

const promisedQuery = graphql(`
  query PromisedQuestions($id: ID!, $first: Int!) {
    gathering(id: $id) {
      id
      promisedQuestions(first: $first) {
        nodes {
          id
          text
          state
          answer
          answeredAt
          answeredBy {
            id
            name
          }
          promisedBy {
            id
            name
          }
          dueOn
          overdue
          rejectionReason
          mergedInto {
            id
            text
          }
          gathering {
            id
            name
          }
        }
        pageInfo {
          hasNextPage
        }
        totalCount
      }
    }
  }
`)

const step = 5

/** What was promised at earlier gatherings comes back: what is still owed, and what has been answered since. Nothing, nothing said. */
export function PromisedQuestions({ gatheringId }: { gatheringId: string }) {
  const t = useWords(stageWords)
  const say = useStates()
  const [first, setFirst] = useState(step)
  const [result] = useQuery({ query: promisedQuery, variables: { id: gatheringId, first } })
  const promised = result.data?.gathering?.promisedQuestions
  if (promised === undefined || promised.nodes.length === 0) return null
  return (
    <Section title={t('promised')} lead={t('promisedLead')} count={promised.totalCount}>
      <LineList label={t('promised')}>
        {promised.nodes.map((question) => (
          <li key={question.id}>
            <div className={styles.text}>
              <div>
                <p>
                  <Link href={addresses.liveQuestion(question.id)}>{question.text}</Link>
                </p>
                <CardMeta>
                  <StatePill {...say('LiveQuestion', question.state)} />
                  <span>
                    {t.rich('promisedAt', {
                      gathering: (
                        <Link href={addresses.gathering(question.gathering.id)} quiet>
                          {question.gathering.name}
                        </Link>
                      ),
                    })}
                  </span>
                </CardMeta>
              </div>
              <QuestionOutcome question={question} />
            </div>
          </li>
        ))}
      </LineList>
      <LoadMore
        hasMore={promised.pageInfo.hasNextPage && first < 100}
        onMore={() => setFirst((count) => Math.min(100, count + 20))}
        isLoading={result.fetching}
        shown={promised.nodes.length}
        total={promised.totalCount}
      />
    </Section>
  )
}
