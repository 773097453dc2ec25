import { valibotResolver } from '@hookform/resolvers/valibot'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useClient } from 'urql'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { ConflictDialog } from '@/ui/ConflictDialog'
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

/** A contribution's texts in one, to be compared. */
const whole = (values: ContributionValues) =>
  [values.title, values.context, values.done, values.results, values.reuse, values.contact, values.links]
    .filter((text) => text !== '')
    .join('\n\n')

function Edit({ contribution, onDone, choices }: EditFormProps & { choices: Choices }) {
  const t = useWords(contributionFormWords)
  const client = useClient()
  const [edit] = useAct(editMutation)
  const [version, setVersion] = useState(contribution.version)
  const [theirs, setTheirs] = useState<WrittenContribution>()
  const { id, kind, state } = contribution
  const form = useForm<ContributionValues>({
    defaultValues: valuesOf(contribution, gatheringOf(contribution)),
    resolver: valibotResolver(contributionSchema(t)),
  })
  const { clear } = useDraft(form, `contribution:${id}`)
  return (
    <>
      <Form
        form={form}
        onSubmit={async (values) => {
          const done = await edit({ contributionId: id, version, ...inputOf(kind, values) }, { silent: true })
          if (done.failures.some(({ code }) => code === 'CONFLICT')) {
            const { data } = await client
              .query(latestQuery, { id }, { requestPolicy: 'network-only' })
              .toPromise()
            if (data?.contribution) {
              setTheirs(data.contribution)
              return []
            }
          }
          if (!done.ok)
            return done.failures.map(({ field, ...failure }) => ({
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
          form={form}
          kind={kind}
          choices={choices}
          isFree={state === 'DRAFT' || contribution.gathering === null}
        />
        <FormActions>
          <SubmitButton>{t('save')}</SubmitButton>
        </FormActions>
      </Form>
      {theirs === undefined ? null : (
        <ConflictDialog
          isOpen
          mine={whole(form.getValues())}
          theirs={whole(valuesOf(theirs, gatheringOf(theirs)))}
          onKeepMine={() => {
            setVersion(theirs.version)
            setTheirs(undefined)
          }}
          onTakeTheirs={() => {
            setVersion(theirs.version)
            form.reset(valuesOf(theirs, gatheringOf(theirs)))
            void clear()
            setTheirs(undefined)
          }}
        />
      )}
    </>
  )
}
