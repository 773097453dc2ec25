import { addresses } from '@/app/addresses'
import { graphql, type ResultOf } from '@/app/graphql'
import { ReadOn } from '@/app/ReadOn'
import { useStates } from '@/app/states'
import { ObjectThread } from '@/features/thread/components/ObjectThread'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { LineList } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { StatePill } from '@/ui/StatePill'
import type { Fate } from '../observatory'
import { tieWords } from '../tieMessages'
import styles from './TopicsDialog.module.css'

const topicsQuery = graphql(`
  query TopicsByFate($filter: TopicFilter!, $after: String) {
    topics(filter: $filter, orderBy: TITLE, first: 10, after: $after) {
      nodes {
        id
        title
        fate
        convener {
          id
          name
          centre {
            id
            shortName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`)

type Topic = ResultOf<typeof topicsQuery>['topics']['nodes'][number]

export interface TopicsDialogProps {
  /** What the list is of: « Séance tenue, ou plus loin ». */
  title: string
  forumId: string | null
  fates: Fate[]
  themeId: string | null
  isOpen: boolean
  onClose: () => void
}

/** The topics behind a figure, each with its thread. */
export function TopicsDialog({ title, forumId, fates, themeId, isOpen, onClose }: TopicsDialogProps) {
  const t = useWords(tieWords)
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} size="l">
      {isOpen ? (
        <ReadOn
          query={topicsQuery}
          variables={{ filter: { forumId, fates, themeId } }}
          find={(data) => data.topics}
          empty={<p>{t('topicsNone')}</p>}
        >
          {(topics) => (
            <LineList>
              {topics.map((topic) => (
                <TopicLine key={topic.id} topic={topic} />
              ))}
            </LineList>
          )}
        </ReadOn>
      ) : null}
    </Dialog>
  )
}

function TopicLine({ topic }: { topic: Topic }) {
  const t = useWords(tieWords)
  const say = useStates()
  return (
    <li className={styles.topic}>
      <div className={styles.head}>
        <span className={styles.title}>
          <Link href={addresses.topic(topic.id)}>{topic.title}</Link>
        </span>
        <StatePill {...say('TopicFate', topic.fate)} />
      </div>
      <span className={styles.by}>
        {topic.convener === null
          ? t('noConvener')
          : [t('convenedBy', { name: topic.convener.name }), topic.convener.centre?.shortName]
              .filter(Boolean)
              .join(' · ')}
      </span>
      <ObjectThread id={topic.id} shape="strip" />
    </li>
  )
}
