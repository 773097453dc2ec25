import { useState } from 'react'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { firstWords } from '@/i18n/firstWords'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { ConfirmAct } from '@/ui/ConfirmAct'
import { Menu } from '@/ui/Menu'
import { notify } from '@/ui/Toast'
import { questionLine, type Question } from '../question'
import { questionWords } from '../questionMessages'
import { QuestionDialog, type Asking } from './QuestionDialog'

const stageMutation = graphql(
  `
    mutation StageLiveQuestion($input: StageLiveQuestionInput!) {
      stageLiveQuestion(input: $input) {
        liveQuestion {
          ...LiveQuestionLine
        }
      }
    }
  `,
  [questionLine],
)

const unstageMutation = graphql(
  `
    mutation UnstageLiveQuestion($input: UnstageLiveQuestionInput!) {
      unstageLiveQuestion(input: $input) {
        liveQuestion {
          ...LiveQuestionLine
        }
      }
    }
  `,
  [questionLine],
)

const publishMutation = graphql(
  `
    mutation PublishLiveQuestion($input: PublishLiveQuestionInput!) {
      publishLiveQuestion(input: $input) {
        liveQuestion {
          ...LiveQuestionLine
        }
      }
    }
  `,
  [questionLine],
)

const withdrawMutation = graphql(
  `
    mutation WithdrawLiveQuestion($input: WithdrawLiveQuestionInput!) {
      withdrawLiveQuestion(input: $input) {
        liveQuestion {
          ...LiveQuestionLine
        }
      }
    }
  `,
  [questionLine],
)

/**
 * What the reader may do with a question, as the server says: the likeliest in sight, the others behind three dots. `asks` opens
 * one from the start.
 */
export function QuestionActs({ question, asks = null }: { question: Question; asks?: Asking | null }) {
  const t = useWords(questionWords)
  const [asking, ask] = useState<Asking | null>(asks)
  const [isWithdrawing, setWithdrawing] = useState(false)
  const [stage, staging] = useAct(stageMutation)
  const [unstage, unstaging] = useAct(unstageMutation)
  const [publish, publishing] = useAct(publishMutation)
  const [withdraw] = useAct(withdrawMutation)
  const { id, version } = question
  const text = firstWords(question.text)
  const tell = (
    done: { ok: boolean; failures: readonly { message: string; field?: string }[] },
    word: Said,
  ) => {
    if (done.ok) notify({ tone: 'good', text: t(word) })
    // The stage, or the words, have changed: no field of a form can say it here.
    else for (const { field, message } of done.failures) if (field) notify({ tone: 'danger', text: message })
  }
  const inSight: Asking[] = []
  if (question.viewerCanAnswer) inSight.push('answer')
  if (question.viewerCanPromise && question.state === 'ON_STAGE') inSight.push('promise')
  const behind: Asking[] = []
  if (question.viewerCanPromise && question.state !== 'ON_STAGE') behind.push('promise')
  if (question.viewerCanEdit) behind.push('edit')
  if (question.viewerCanMerge) behind.push('merge')
  if (question.viewerCanReject) behind.push('reject')
  const items = [
    ...behind.map((kind) => ({
      id: kind,
      label: t(`open.${kind}`),
      isDanger: kind === 'reject',
      onAction: () => ask(kind),
    })),
    ...(question.viewerCanWithdraw
      ? [{ id: 'withdraw', label: t('withdraw'), isDanger: true, onAction: () => setWithdrawing(true) }]
      : []),
  ]
  return (
    <>
      {question.viewerCanPublish ? (
        <Button
          size="s"
          variant="primary"
          aria-label={t('publishIt', { text })}
          isPending={publishing.isPending}
          onPress={async () => tell(await publish({ liveQuestionId: id, version }), 'published')}
        >
          {t('publish')}
        </Button>
      ) : null}
      {question.viewerCanStage ? (
        <Button
          size="s"
          aria-label={t('stageIt', { text })}
          isPending={staging.isPending}
          onPress={async () => tell(await stage({ liveQuestionId: id, turn: question.stage.turn }), 'staged')}
        >
          {t('stage')}
        </Button>
      ) : null}
      {inSight.map((kind) => (
        <Button
          key={kind}
          size="s"
          variant={kind === 'answer' ? 'primary' : 'secondary'}
          onPress={() => ask(kind)}
        >
          {t(`open.${kind}`)}
        </Button>
      ))}
      {question.viewerCanUnstage ? (
        <Button
          size="s"
          variant="quiet"
          isPending={unstaging.isPending}
          onPress={async () => tell(await unstage({ liveQuestionId: id }), 'unstaged')}
        >
          {t('unstage')}
        </Button>
      ) : null}
      {items.length === 0 ? null : <Menu label={t('acts', { text })} items={items} />}
      <QuestionDialog asking={asking} question={question} onClose={() => ask(null)} />
      <ConfirmAct
        title={t('withdrawTitle')}
        confirm={t('withdraw')}
        isDanger
        isOpen={isWithdrawing}
        onClose={() => setWithdrawing(false)}
        act={() => withdraw({ liveQuestionId: id })}
        said={t('withdrawn')}
      >
        <p>{t('withdrawText')}</p>
      </ConfirmAct>
    </>
  )
}

type Said = 'staged' | 'unstaged' | 'published'
