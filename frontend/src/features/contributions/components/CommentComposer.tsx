import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormTextArea } from '@/ui/FormTextArea'
import { notify } from '@/ui/Toast'
import { contributionPageWords } from '../pageMessages'

const commentMutation = graphql(`
  mutation CommentContribution($input: CommentContributionInput!) {
    commentContribution(input: $input) {
      contribution {
        id
        commentCount
      }
      comment {
        id
      }
    }
  }
`)

const most = 2000

/** Says something about a contribution, above what others said. What is typed is kept until it is sent. */
export function CommentComposer({ contributionId }: { contributionId: string }) {
  const t = useWords(contributionPageWords)
  const [comment] = useAct(commentMutation)
  const form = useForm({
    defaultValues: { text: '' },
    resolver: valibotResolver(
      v.object({
        text: v.pipe(
          v.string(),
          v.trim(),
          v.nonEmpty(t('commentNeeded')),
          v.maxLength(most, t('long', { max: most })),
        ),
      }),
    ),
  })
  const { clear } = useDraft(form, `comment:${contributionId}`)
  return (
    <Form
      form={form}
      onSubmit={async ({ text }) => {
        const done = await comment({ contributionId, text }, { silent: true })
        if (!done.ok) return done.failures
        form.reset({ text: '' })
        await clear()
        notify({ tone: 'good', text: t('commented') })
        return []
      }}
    >
      <FormTextArea form={form} name="text" label={t('comment')} rows={2} maxLength={most} />
      <FormActions>
        <SubmitButton variant="secondary">{t('commentDo')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
