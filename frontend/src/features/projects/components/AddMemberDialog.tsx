import { valibotResolver } from '@hookform/resolvers/valibot'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useQuery } from 'urql'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useViewer } from '@/app/session'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormComboBox } from '@/ui/FormComboBox'
import { FormRadioGroup } from '@/ui/FormRadioGroup'
import { FormSelect } from '@/ui/FormSelect'
import { notify } from '@/ui/Toast'
import { setTeamMemberMutation } from '../acts'
import { pageWords } from '../pageMessages'
import type { Project } from '../project'
import { termsWords } from '../termsMessages'

const peopleQuery = graphql(`
  query TeamCandidates($search: String, $centreId: ID!) {
    staffMembers(filter: { search: $search, centreId: $centreId }, first: 20) {
      nodes {
        id
        name
      }
    }
  }
`)

export interface AddMemberDialogProps {
  project: Project
  isOpen: boolean
  onClose: () => void
}

/** Brings a person of a centre that has signed into the team. */
export function AddMemberDialog({ project, isOpen, onClose }: AddMemberDialogProps) {
  const t = useWords(pageWords)
  return (
    <Dialog title={t('addMemberTitle')} isOpen={isOpen} onClose={onClose}>
      {isOpen ? <AddMemberForm project={project} onClose={onClose} /> : null}
    </Dialog>
  )
}

const roles = ['MEMBER', 'LEAD'] as const

function AddMemberForm({ project, onClose }: Omit<AddMemberDialogProps, 'isOpen'>) {
  const t = useWords(pageWords)
  const tTerms = useWords(termsWords)
  const viewer = useViewer()
  const [set] = useAct(setTeamMemberMutation)
  const ownCentreId = viewer.staffMember.centre?.id
  const centres = project.partnerships
    .filter(({ role, state }) => role === 'LEAD' || state === 'ACCEPTED' || state === 'TO_RECONFIRM')
    .map(({ centre }) => centre)
    .filter(({ id }) => project.viewerCanEdit || id === ownCentreId)
  const form = useForm({
    resolver: valibotResolver(
      v.object({
        centreId: v.string(),
        staffMemberId: v.pipe(
          v.nullable(v.string()),
          v.string(t('personNeeded')),
          v.nonEmpty(t('personNeeded')),
        ),
        role: v.picklist(roles),
      }),
    ),
    defaultValues: {
      centreId: centres.find(({ id }) => id === ownCentreId)?.id ?? centres[0]?.id ?? '',
      staffMemberId: null as string | null,
      role: 'MEMBER' as (typeof roles)[number],
    },
  })
  const centreId = useWatch({ control: form.control, name: 'centreId' })
  const [search, setSearch] = useState('')
  const term = search.trim()
  const [{ data, fetching }] = useQuery({
    query: peopleQuery,
    variables: { search: term.length < 2 ? null : term, centreId },
    pause: centreId === '',
  })
  const inTeam = new Set(project.team.map(({ staffMember }) => staffMember.id))
  const people = (data?.staffMembers.nodes ?? []).filter(({ id }) => !inTeam.has(id))
  return (
    <Form
      form={form}
      onSubmit={async ({ staffMemberId, role }) => {
        const name = people.find(({ id }) => id === staffMemberId)?.name ?? ''
        const done = await set({ jointProjectId: project.id, staffMemberId, role })
        if (!done.ok) return done.failures
        notify({ tone: 'good', text: t('memberAdded', { name }) })
        onClose()
        return []
      }}
    >
      {centres.length > 1 ? (
        <FormSelect
          form={form}
          name="centreId"
          label={tTerms('centre')}
          options={centres.map(({ id, shortName }) => ({ id, label: shortName }))}
          isRequired
        />
      ) : null}
      <FormComboBox
        key={centreId}
        form={form}
        name="staffMemberId"
        label={t('person')}
        help={t('personHelp')}
        options={people.map(({ id, name }) => ({ id, label: name }))}
        onSearch={setSearch}
        isLoading={fetching}
        isRequired
      />
      <FormRadioGroup
        form={form}
        name="role"
        label={t('memberRole')}
        options={roles.map((id) => ({ id, label: t(`teamRole.${id}`) }))}
        isRow
      />
      <FormActions>
        <SubmitButton>{t('addMemberSave')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
