import { Check } from 'lucide-react'
import { Suspense, useState } from 'react'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useAddress } from '@/app/useAddress'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Dialog } from '@/ui/Dialog'
import { later } from '@/ui/later'
import { LineList, Prose } from '@/ui/Layout'
import { PersonLine } from '@/ui/PersonLine'
import { Pill } from '@/ui/Pill'
import { RelativeTime } from '@/ui/RelativeTime'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { notify } from '@/ui/Toast'
import { contributionPage, type Answer, type Contribution } from '../contribution'
import { contributionPageWords } from '../pageMessages'
import { PromiseButton } from './Promised'
import styles from './Said.module.css'

const AnswerForm = later(async () => (await import('./AnswerForm')).AnswerForm)

const acceptMutation = graphql(
  `
    mutation AcceptAnswer($input: AcceptAnswerInput!) {
      acceptAnswer(input: $input) {
        contribution {
          ...ContributionPage
        }
      }
    }
  `,
  [contributionPage],
)

/** The answers to a question, the accepted one first, and the way to give or promise one. */
export function Answers({ contribution }: { contribution: Contribution }) {
  const t = useWords(contributionPageWords)
  // In the address, so that one can come from elsewhere to answer.
  const [search, change] = useAddress<{ repondre?: boolean }>()
  const { answers, viewerAnswer, viewerCanAnswer, state } = contribution
  const isOpen = search.repondre === true && viewerCanAnswer
  const setOpen = (open: boolean) => change({ repondre: open || undefined })
  return (
    <Section
      title={t('answers')}
      count={answers.length === 0 ? undefined : answers.length}
      actions={
        <>
          {state === 'ANSWER_PROMISED' ? null : <PromiseButton contribution={contribution} />}
          {viewerCanAnswer ? (
            <Button size="s" variant="primary" onPress={() => setOpen(true)}>
              {t(viewerAnswer === null ? 'answer' : 'answerEdit')}
            </Button>
          ) : null}
        </>
      }
    >
      {answers.length === 0 ? (
        <p>{t('answersNone')}</p>
      ) : (
        <LineList label={t('answers')}>
          {answers.map((answer) => (
            <li key={answer.id}>
              <OneAnswer answer={answer} />
            </li>
          ))}
        </LineList>
      )}
      <Dialog
        title={t(viewerAnswer === null ? 'answer' : 'answerEdit')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        {isOpen ? (
          <Suspense fallback={<Skeleton lines={4} />}>
            <AnswerForm contribution={contribution} onDone={() => setOpen(false)} />
          </Suspense>
        ) : null}
      </Dialog>
    </Section>
  )
}

function OneAnswer({ answer }: { answer: Answer }) {
  const t = useWords(contributionPageWords)
  const format = useFormat()
  const [isAsking, setAsking] = useState(false)
  const [accept, { isPending }] = useAct(acceptMutation)
  const { id, author, text, createdAt, editedAt, accepted, version, viewerCanAccept } = answer
  const { name } = author
  return (
    <article className={`${styles.said} ${accepted ? styles.accepted : ''}`}>
      {accepted ? (
        <Pill tone="good" icon={<Check aria-hidden="true" />}>
          {t('accepted')}
        </Pill>
      ) : null}
      <PersonLine
        size="s"
        name={name}
        href={addresses.person(author.id)}
        detail={
          <span className={styles.detail}>
            {author.centre === null ? null : <span>{author.centre.shortName}</span>}
            <RelativeTime at={createdAt} />
            {editedAt === null ? null : <span>{t('edited', { when: format.relative(editedAt) })}</span>}
          </span>
        }
      />
      <Prose>{text}</Prose>
      {viewerCanAccept ? (
        <div>
          <Button
            size="s"
            icon={<Check aria-hidden="true" />}
            aria-label={t('acceptOne', { name })}
            onPress={() => setAsking(true)}
          >
            {t('accept')}
          </Button>
        </div>
      ) : null}
      <ConfirmDialog
        title={t('acceptTitle', { name })}
        confirm={t('accept')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        isPending={isPending}
        onConfirm={async () => {
          const done = await accept({ answerId: id, version }, { silent: true })
          setAsking(false)
          const failure = done.failures[0]
          if (failure === undefined) notify({ tone: 'good', text: t('acceptedSaid') })
          else
            notify({
              tone: 'danger',
              text: failure.code === 'CONFLICT' ? t('acceptStale') : failure.message,
            })
        }}
      >
        <p>{t('acceptText')}</p>
      </ConfirmDialog>
    </article>
  )
}
