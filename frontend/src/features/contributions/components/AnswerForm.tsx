import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { VersionedForm } from '@/app/VersionedForm'
import { useWords } from '@/i18n/useWords'
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
  const [answer] = useAct(answerMutation)
  const { id, viewerAnswer } = contribution
  const form = useForm({
    defaultValues: { text: viewerAnswer?.text ?? '', version: viewerAnswer?.version ?? 0 },
    resolver: valibotResolver(
      v.object({
        text: v.pipe(
          v.string(),
          v.trim(),
          v.nonEmpty(t('answerNeeded')),
          v.maxLength(most, t('long', { max: most })),
        ),
        version: v.number(),
      }),
    ),
  })
  return (
    <VersionedForm
      form={form}
      draft={`answer:${id}`}
      query={latestQuery}
      variables={{ id }}
      find={({ contribution: now }) =>
        now?.viewerAnswer && { text: now.viewerAnswer.text, version: now.viewerAnswer.version }
      }
      asText={({ text }) => text}
      send={(values) => answer({ contributionId: id, ...values }, { silent: true })}
      onSent={() => {
        notify({ tone: 'good', text: t('answered') })
        onDone()
      }}
      save={t('answerDo')}
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
    </VersionedForm>
  )
}
