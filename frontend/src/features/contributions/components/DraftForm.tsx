import { valibotResolver } from '@hookform/resolvers/valibot'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { addresses } from '@/app/addresses'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Checkbox } from '@/ui/Checkbox'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { Skeleton } from '@/ui/Skeleton'
import { notify } from '@/ui/Toast'
import type { Kind } from '../contribution'
import { contributionFormWords } from '../formMessages'
import { usePublish } from '../usePublish'
import {
  ContributionFields,
  contributionSchema,
  inputOf,
  useChoices,
  valuesOf,
  type Choices,
  type ContributionValues,
} from './ContributionFields'

const draftMutation = graphql(`
  mutation DraftContribution($input: DraftContributionInput!) {
    draftContribution(input: $input) {
      contribution {
        id
        version
      }
    }
  }
`)

export interface DraftFormProps {
  kind: Kind
  gatheringId?: string
  onDone: () => void
}

/** Writes a new contribution. What is typed is kept on the device until it is sent. */
export function DraftForm(props: DraftFormProps) {
  const choices = useChoices()
  return choices === undefined ? <Skeleton lines={6} /> : <Draft {...props} choices={choices} />
}

function Draft({ kind, gatheringId, onDone, choices }: DraftFormProps & { choices: Choices }) {
  const t = useWords(contributionFormWords)
  const navigate = useNavigate()
  const [draft] = useAct(draftMutation)
  const [publish] = usePublish()
  const [isPublishing, setPublishing] = useState(true)
  const form = useForm<ContributionValues>({
    defaultValues: valuesOf(undefined, gatheringId ?? choices.likeliest),
    resolver: valibotResolver(contributionSchema(t)),
  })
  const { clear } = useDraft(form, `contribution:${kind}:${gatheringId ?? ''}`)
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const done = await draft({ kind, ...inputOf(kind, values) }, { silent: true })
        const made = done.data?.draftContribution?.contribution
        if (!done.ok || !made)
          return done.failures.map(({ field, ...failure }) => ({
            ...failure,
            field: field === 'input.gatheringId' ? 'gathering' : field,
          }))
        await clear()
        // Should the second step fail, the draft is there, and its page offers to publish it.
        const isShown = isPublishing && (await publish({ contributionId: made.id, version: made.version })).ok
        onDone()
        notify({ tone: 'good', text: t(isShown ? 'published' : 'kept', { title: values.title }) })
        void navigate({ href: addresses.contribution(made.id) })
      }}
    >
      <ContributionFields form={form} kind={kind} choices={choices} isFree={gatheringId === undefined} />
      <Checkbox isSelected={isPublishing} onChange={setPublishing} note={t('publishNote')}>
        {t('publish')}
      </Checkbox>
      <FormActions>
        <SubmitButton>{t(isPublishing ? `do.${kind}` : 'keep')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
