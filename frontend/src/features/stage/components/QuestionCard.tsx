import { addresses } from '@/app/addresses'
import { useStates } from '@/app/states'
import { useWords } from '@/i18n/useWords'
import { Card, CardActions, CardMeta } from '@/ui/Card'
import { Link } from '@/ui/Link'
import { Pill } from '@/ui/Pill'
import { RelativeTime } from '@/ui/RelativeTime'
import { StatePill } from '@/ui/StatePill'
import type { Question } from '../question'
import { questionWords } from '../questionMessages'
import { QuestionActs } from './QuestionActs'
import styles from './QuestionCard.module.css'
import { QuestionOutcome } from './QuestionOutcome'
import { VoteButton } from './VoteButton'

/** One question: its words, who asked, who wants the answer too, what became of it, and what the reader may do with it. */
export function QuestionCard({ question }: { question: Question }) {
  const say = useStates()
  return (
    <Card as="li" tone={question.state === 'SUBMITTED' ? 'signal' : 'plain'}>
      <div className={styles.text}>
        <p className={styles.words}>
          <Link href={addresses.liveQuestion(question.id)}>{question.text}</Link>
        </p>
        <CardMeta>
          {question.state === 'PUBLISHED' ? null : <StatePill {...say('LiveQuestion', question.state)} />}
          <Asked question={question} />
          <RelativeTime at={question.createdAt} />
        </CardMeta>
        <QuestionOutcome question={question} />
      </div>
      <CardActions>
        {question.state === 'SUBMITTED' ? null : <VoteButton question={question} />}
        <QuestionActs question={question} />
      </CardActions>
    </Card>
  )
}

/** Who asked: a name, or that there is none. */
export function Asked({ question }: { question: Pick<Question, 'author' | 'viewerIsAuthor'> }) {
  const t = useWords(questionWords)
  return (
    <>
      <span>{question.author === null ? t('unnamed') : question.author.name}</span>
      {question.viewerIsAuthor ? <Pill tone="accent">{t('mine')}</Pill> : null}
    </>
  )
}
