import { getRouteApi } from '@tanstack/react-router'
import { Maximize, X } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useQuery } from 'urql'
import { addresses, whole } from '@/app/addresses'
import { graphql, type ResultOf } from '@/app/graphql'
import { useLiveReads } from '@/app/liveReads'
import { useWords } from '@/i18n/useWords'
import { Button, LinkButton } from '@/ui/Button'
import { Loaded } from '@/ui/Loaded'
import { takePageFocus } from '@/ui/pageFocus'
import { Skeleton } from '@/ui/Skeleton'
import { stageWords } from './messages'
import { questionWords } from './questionMessages'
import styles from './StageScreenPage.module.css'

const Code = lazy(async () => ({ default: (await import('@/features/forum/components/Code')).Code }))

const screenQuery = graphql(`
  query StageScreen($id: ID!) {
    stage(id: $id) {
      id
      takesQuestions
      questionsOpen
      agendaItem {
        id
        title
      }
      gathering {
        id
        name
      }
      onStage {
        id
        text
        voteCount
        author {
          id
          name
        }
      }
      asked: questions(filter: { states: [PUBLISHED] }, first: 1) {
        totalCount
      }
    }
  }
`)

type Shown = NonNullable<ResultOf<typeof screenQuery>['stage']>

const route = getRouteApi('/screen/scenes/$agendaItemId/ecran')

/** What the room sees: one question at a time, in big type, and how to ask one's own. It follows the stage by itself. */
export function StageScreenPage() {
  const { agendaItemId } = route.useParams()
  const [result, again] = useQuery({ query: screenQuery, variables: { id: agendaItemId } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  const gatheringId = result.data?.stage?.gathering.id
  useLiveReads(gatheringId === undefined ? null : { gatheringId }, readAgain)
  return (
    <main className={styles.screen}>
      <Loaded
        isPage
        result={result}
        find={(data) => data.stage}
        onRetry={readAgain}
        skeleton={<Skeleton lines={5} />}
      >
        {(stage) => <Screen stage={stage} />}
      </Loaded>
    </main>
  )
}

/** A long question in smaller type, so that it stays in the room's sight whole. */
const lengthOf = (text: string) => (text.length < 90 ? 'short' : text.length < 240 ? 'medium' : 'long')

function Screen({ stage }: { stage: Shown }) {
  const t = useWords(stageWords)
  const tQuestion = useWords(questionWords)
  const heading = useRef<HTMLHeadingElement>(null)
  const { onStage, agendaItem, gathering } = stage
  const title = t('screenTitle', { title: agendaItem.title })
  useEffect(() => {
    document.title = `${title} · Maillage`
    if (takePageFocus()) heading.current?.focus({ preventScroll: true })
  }, [title])
  const ask = whole(addresses.stage(stage.id))
  const text = onStage?.text ?? t('screenNext')
  return (
    <>
      <header className={styles.head}>
        <p className={styles.item}>
          {agendaItem.title}
          <span>{gathering.name}</span>
        </p>
        <div className={styles.tools}>
          {document.fullscreenEnabled ? (
            <Button
              size="s"
              variant="quiet"
              icon={<Maximize aria-hidden="true" />}
              onPress={() => void document.documentElement.requestFullscreen()}
            >
              {t('screenFull')}
            </Button>
          ) : null}
          <LinkButton
            size="s"
            variant="quiet"
            icon={<X aria-hidden="true" />}
            href={addresses.stage(stage.id)}
          >
            {t('screenLeave')}
          </LinkButton>
        </div>
      </header>
      <div className={styles.question} aria-live="polite" data-none={onStage === null || undefined}>
        <h1 ref={heading} tabIndex={-1} data-length={lengthOf(text)}>
          {text}
        </h1>
        {onStage === null ? null : (
          <p className={styles.asked}>
            <span>{onStage.author === null ? tQuestion('unnamed') : onStage.author.name}</span>
            <span>{tQuestion('votes', { count: onStage.voteCount })}</span>
          </p>
        )}
      </div>
      {stage.takesQuestions && stage.questionsOpen ? (
        <footer className={styles.foot}>
          <div className={styles.code}>
            <Suspense>
              <Code text={ask} />
            </Suspense>
          </div>
          <div>
            <p className={styles.invite}>{t('screenAsk')}</p>
            <p className={styles.address}>{ask}</p>
            <p className={styles.waiting}>{t('screenWaiting', { count: stage.asked.totalCount })}</p>
          </div>
        </footer>
      ) : null}
    </>
  )
}
