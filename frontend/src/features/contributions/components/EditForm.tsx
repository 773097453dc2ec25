import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { unversioned, useConflict } from '@/app/useConflict'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { Skeleton } from '@/ui/Skeleton'
import { notify } from '@/ui/Toast'
import { contributionPage, contributionText, type WrittenContribution } from '../contribution'
import { contributionFormWords } from '../formMessages'
import {
  ContributionFields,
  contributionSchema,
  gatheringOf,
  inputOf,
  useChoices,
  valuesOf,
  type Choices,
  type ContributionValues,
} from './ContributionFields'

const editMutation = graphql(
  `
    mutation EditContribution($input: EditContributionInput!) {
      editContribution(input: $input) {
        contribution {
          ...ContributionPage
        }
      }
    }
  `,
  [contributionPage],
)

const latestQuery = graphql(
  `
    query LatestContribution($id: ID!) {
      contribution(id: $id) {
        ...ContributionText
      }
    }
  `,
  [contributionText],
)

export interface EditFormProps {
  contribution: WrittenContribution
  onDone: () => void
}

/** Rewrites a contribution; when another has come between, both texts are shown. */
export function EditForm(props: EditFormProps) {
  const choices = useChoices()
  return choices === undefined ? <Skeleton lines={6} /> : <Edit {...props} choices={choices} />
}

type Values = ContributionValues & { version: number }

const editedOf = (written: WrittenContribution): Values => ({
  ...valuesOf(written, gatheringOf(written)),
  version: written.version,
})

/** A contribution's texts in one, to be compared. */
const whole = (values: ContributionValues) =>
  [values.title, values.context, values.done, values.results, values.reuse, values.contact, values.links]
    .filter((text) => text !== '')
    .join('\n\n')

function Edit({ contribution, onDone, choices }: EditFormProps & { choices: Choices }) {
  const t = useWords(contributionFormWords)
  const [edit] = useAct(editMutation)
  const { id, kind, state } = contribution
  const form = useForm<Values>({
    defaultValues: editedOf(contribution),
    resolver: valibotResolver(v.object({ ...contributionSchema(t).entries, version: v.number() })),
  })
  const { clear } = useDraft(form, `contribution:${id}`)
  const { settle, dialog } = useConflict(form, {
    query: latestQuery,
    variables: { id },
    find: (data) => data.contribution && editedOf(data.contribution),
    asText: whole,
    clear,
  })
  return (
    <>
      <Form
        form={form}
        onSubmit={async (values) => {
          const { version } = values
          const done = await edit({ contributionId: id, version, ...inputOf(kind, values) }, { silent: true })
          if (!done.ok)
            return (await settle(done.failures)).map(({ field, ...failure }) => ({
              ...failure,
              field: field === 'input.gatheringId' ? 'gathering' : field,
            }))
          await clear()
          notify({ tone: 'good', text: t('saved') })
          onDone()
          return []
        }}
      >
        <ContributionFields
          form={unversioned<ContributionValues>(form)}
          kind={kind}
          choices={choices}
          isFree={state === 'DRAFT' || contribution.gathering === null}
        />
        <FormActions>
          <SubmitButton>{t('save')}</SubmitButton>
        </FormActions>
      </Form>
      {dialog}
    </>
  )
}
