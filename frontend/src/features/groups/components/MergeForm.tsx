import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { useQuery } from 'urql'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useStates } from '@/app/states'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormComboBox } from '@/ui/FormComboBox'
import { groupWords } from '../messages'
import { useGroupMoves, type MovedGroup } from './useGroupMoves'
import { useSearchTerm } from './useSearchTerm'

const hostsQuery = graphql(`
  query HostGroups($search: String) {
    workingGroups(filter: { search: $search, states: [FORMING, ACTIVE, DORMANT] }, orderBy: NAME, first: 12) {
      nodes {
        id
        name
        state
      }
    }
  }
`)

/** Chooses the group that takes the members and the thread on. */
export function MergeForm({ group, onDone }: { group: MovedGroup; onDone: () => void }) {
  const t = useWords(groupWords)
  const say = useStates()
  const { run } = useGroupMoves()
  const [term, type] = useSearchTerm()
  const [{ data, fetching }] = useQuery({ query: hostsQuery, variables: { search: term || undefined } })
  const form = useForm({
    defaultValues: { intoId: null as string | null },
    resolver: valibotResolver(
      v.object({ intoId: v.pipe(v.nullable(v.string()), v.string(t('mergeNeeded'))) }),
    ),
  })
  return (
    <Form
      form={form}
      onSubmit={async ({ intoId }) => {
        const done = await run('merge', group, { intoId }, { silent: true })
        if (!done.ok) return done.failures
        onDone()
      }}
    >
      <p>{t('mergeText')}</p>
      <FormComboBox
        form={form}
        name="intoId"
        label={t('mergeLabel')}
        help={t('mergeHelp')}
        isRequired
        isLoading={fetching}
        onSearch={type}
        options={(data?.workingGroups.nodes ?? [])
          .filter(({ id }) => id !== group.id)
          .map(({ id, name, state }) => ({ id, label: name, note: say('WorkingGroup', state).label }))}
      />
      <FormActions>
        <SubmitButton variant="danger">{t('mergeDo')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
