import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { VersionedForm } from '@/app/VersionedForm'
import { unversioned } from '@/app/useConflict'
import { useWords } from '@/i18n/useWords'
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
  return (
    <VersionedForm
      form={form}
      draft={`contribution:${id}`}
      query={latestQuery}
      variables={{ id }}
      find={(data) => data.contribution && editedOf(data.contribution)}
      asText={whole}
      send={async (values) => {
        const { version } = values
        const done = await edit({ contributionId: id, version, ...inputOf(kind, values) }, { silent: true })
        if (done.ok) return done
        const failures = done.failures.map(({ field, ...failure }) => ({
          ...failure,
          field: field === 'input.gatheringId' ? 'gathering' : field,
        }))
        return { ...done, failures }
      }}
      onSent={() => {
        notify({ tone: 'good', text: t('saved') })
        onDone()
      }}
      save={t('save')}
    >
      <ContributionFields
        form={unversioned<ContributionValues>(form)}
        kind={kind}
        choices={choices}
        isFree={state === 'DRAFT' || contribution.gathering === null}
      />
    </VersionedForm>
  )
}
