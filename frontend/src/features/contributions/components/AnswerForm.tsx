import { valibotResolver } from '@hookform/resolvers/valibot'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useClient } from 'urql'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { ConflictDialog } from '@/ui/ConflictDialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormTextArea } from '@/ui/FormTextArea'
import { notify } from '@/ui/Toast'
import { contributionPage, type Contribution } from '../contribution'
import { contributionPageWords } from '../pageMessages'

const answerMutation = graphql(
  `
    mutation AnswerContribution($input: AnswerContributionInput!) {
      answerContribution(input: $input) {
        contribution {
          ...ContributionPage
        }
      }
    }
  `,
  [contributionPage],
)

const latestQuery = graphql(`
  query LatestAnswer($id: ID!) {
    contribution(id: $id) {
      id
      viewerAnswer {
        id
        text
        version
      }
    }
  }
`)

const most = 4000

/** Answers a question, or rewrites one's answer. What is typed is kept until it is sent. */
export function AnswerForm({ contribution, onDone }: { contribution: Contribution; onDone: () => void }) {
  const t = useWords(contributionPageWords)
  const client = useClient()
  const [answer] = useAct(answerMutation)
  const { id, viewerAnswer } = contribution
  const [version, setVersion] = useState(viewerAnswer?.version ?? 0)
  const [theirs, setTheirs] = useState<{ text: string; version: number }>()
  const form = useForm({
    defaultValues: { text: viewerAnswer?.text ?? '' },
    resolver: valibotResolver(
      v.object({
        text: v.pipe(
          v.string(),
          v.trim(),
          v.nonEmpty(t('answerNeeded')),
          v.maxLength(most, t('long', { max: most })),
        ),
      }),
    ),
  })
  const { clear } = useDraft(form, `answer:${id}`)
  return (
    <>
      <Form
        form={form}
        onSubmit={async ({ text }) => {
          const done = await answer({ contributionId: id, version, text }, { silent: true })
          if (done.failures.some(({ code }) => code === 'CONFLICT')) {
            const { data } = await client
              .query(latestQuery, { id }, { requestPolicy: 'network-only' })
              .toPromise()
            if (data?.contribution?.viewerAnswer) {
              setTheirs(data.contribution.viewerAnswer)
              return []
            }
          }
          if (!done.ok) return done.failures
          await clear()
          onDone()
          notify({ tone: 'good', text: t('answered') })
          return []
        }}
      >
        <FormTextArea
          form={form}
          name="text"
          label={t('answerLabel')}
          help={t('answerHelp')}
          rows={5}
          maxLength={most}
          isRequired
        />
        <FormActions>
          <SubmitButton>{t('answerDo')}</SubmitButton>
        </FormActions>
      </Form>
      {theirs === undefined ? null : (
        <ConflictDialog
          isOpen
          mine={form.getValues('text')}
          theirs={theirs.text}
          onKeepMine={() => {
            setVersion(theirs.version)
            setTheirs(undefined)
          }}
          onTakeTheirs={() => {
            setVersion(theirs.version)
            form.reset({ text: theirs.text })
            void clear()
            setTheirs(undefined)
          }}
        />
      )}
    </>
  )
}
