import { valibotResolver } from '@hookform/resolvers/valibot'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useViewer } from '@/app/session'
import { PersonPicker } from '@/features/groups/components/PersonPicker'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormDate } from '@/ui/FormDate'
import { notify } from '@/ui/Toast'
import { contributionPage, type Contribution } from '../contribution'
import { contributionPageWords } from '../pageMessages'

const promiseMutation = graphql(
  `
    mutation PromiseAnswer($input: PromiseAnswerInput!) {
      promiseAnswer(input: $input) {
        contribution {
          ...ContributionPage
        }
      }
    }
  `,
  [contributionPage],
)

/** Who answers, and for which day: oneself, or for whoever runs the barcamp a colleague who was asked. */
export function PromiseForm({ contribution, onDone }: { contribution: Contribution; onDone: () => void }) {
  const t = useWords(contributionPageWords)
  const format = useFormat()
  const me = useViewer().staffMember
  const [promise] = useAct(promiseMutation)
  const [today] = useState(() => format.dayOf(Date.now()))
  const form = useForm({
    defaultValues: {
      staffMemberId: (contribution.promisedBy?.id ?? me.id) as string | null,
      dueOn: contribution.promisedFor ?? '',
    },
    resolver: valibotResolver(
      v.object({
        staffMemberId: v.pipe(v.nullable(v.string()), v.string(t('promiseWhoNeeded'))),
        dueOn: v.pipe(v.string(), v.nonEmpty(t('promiseDayNeeded'))),
      }),
    ),
  })
  const first = [
    { id: me.id, label: t('promiseMe', { name: me.name }) },
    ...(contribution.promisedBy === null || contribution.promisedBy.id === me.id
      ? []
      : [{ id: contribution.promisedBy.id, label: contribution.promisedBy.name }]),
  ]
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const done = await promise({ contributionId: contribution.id, ...values }, { silent: true })
        if (!done.ok) return done.failures
        onDone()
        notify({ tone: 'good', text: t('promised') })
        return []
      }}
    >
      <p>{t('promiseText')}</p>
      {contribution.viewerCanNamePromiser ? (
        <PersonPicker form={form} name="staffMemberId" label={t('promiseWho')} isRequired first={first} />
      ) : null}
      <FormDate form={form} name="dueOn" label={t('promiseDay')} isRequired min={today} />
      <FormActions>
        <SubmitButton>{t('promiseDo')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
