import { valibotResolver } from '@hookform/resolvers/valibot'
import { Controller, useForm } from 'react-hook-form'
import { useQuery } from 'urql'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useViewer } from '@/app/session'
import { PeoplePicker, type Person } from '@/features/forum/components/PeoplePicker'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormCheckboxGroup } from '@/ui/FormCheckboxGroup'
import { Skeleton } from '@/ui/Skeleton'
import { notify } from '@/ui/Toast'
import { registrationWords } from '../messages'
import { daysBetween, registerColleaguesMutation } from '../registration'

const teamQuery = graphql(`
  query TeamToRegister($gatheringId: ID!, $centreId: ID) {
    staffMembers(filter: { centreId: $centreId }, first: 100) {
      nodes {
        id
        name
        centre {
          id
          shortName
        }
      }
    }
    gathering(id: $gatheringId) {
      id
      registrations(filter: { centreId: $centreId, states: [REGISTERED, WAITING] }, first: 100) {
        nodes {
          id
          staffMember {
            id
          }
        }
      }
    }
  }
`)

export interface ColleaguesDialogProps {
  gathering: { id: string; startsOn: string; endsOn: string; viewerCanRegisterAnyone: boolean }
  isOpen: boolean
  onClose: () => void
}

/** Registers others: the team of one's centre, or anyone for those who run the gathering. */
export function ColleaguesDialog({ isOpen, onClose, ...rest }: ColleaguesDialogProps) {
  const t = useWords(registrationWords)
  return (
    <Dialog title={t('colleaguesTitle')} isOpen={isOpen} onClose={onClose}>
      {isOpen ? <Team {...rest} onClose={onClose} /> : null}
    </Dialog>
  )
}

function Team({ gathering, onClose }: Omit<ColleaguesDialogProps, 'isOpen'>) {
  const centreId = useViewer().staffMember.centre?.id ?? null
  const [{ data }] = useQuery({
    query: teamQuery,
    variables: { gatheringId: gathering.id, centreId },
    requestPolicy: 'network-only',
  })
  if (data === undefined) return <Skeleton lines={6} />
  const isIn = new Set(data.gathering?.registrations.nodes.map(({ staffMember }) => staffMember.id))
  return (
    <ColleaguesForm
      gathering={gathering}
      team={data.staffMembers.nodes.filter(({ id }) => !isIn.has(id))}
      onClose={onClose}
    />
  )
}

interface ColleaguesFormProps extends Omit<ColleaguesDialogProps, 'isOpen'> {
  team: readonly (Person & { centre: { shortName: string } | null })[]
}

function ColleaguesForm({ gathering, team, onClose }: ColleaguesFormProps) {
  const t = useWords(registrationWords)
  const format = useFormat()
  const [act] = useAct(registerColleaguesMutation)
  const days = daysBetween(gathering.startsOn, gathering.endsOn)
  const form = useForm({
    resolver: valibotResolver(
      v.object({
        staffMemberIds: v.array(v.string()),
        others: v.array(v.object({ id: v.string(), name: v.string() })),
        days: v.pipe(v.array(v.string()), v.minLength(1, t('daysNeeded'))),
      }),
    ),
    defaultValues: { staffMemberIds: [] as string[], others: [] as Person[], days },
  })
  return (
    <Form
      form={form}
      onSubmit={async ({ staffMemberIds, others, days: chosen }) => {
        const people = [...staffMemberIds, ...others.map(({ id }) => id)]
        if (people.length === 0)
          return [{ code: 'INVALID', field: 'staffMemberIds', message: t('peopleNeeded') }]
        const done = await act(
          { gatheringId: gathering.id, staffMemberIds: people, days: chosen },
          { silent: true },
        )
        if (!done.ok) return done.failures
        const made = done.data.registerColleagues?.registrations ?? []
        const waiting = made.filter(({ state }) => state === 'WAITING').length
        notify({ tone: 'good', text: t('colleaguesDone', { count: made.length - waiting, waiting }) })
        onClose()
        return []
      }}
    >
      {gathering.viewerCanRegisterAnyone ? (
        <Controller
          control={form.control}
          name="others"
          render={({ field }) => (
            <PeoplePicker
              label={t('anyone')}
              help={t('anyoneHelp')}
              value={field.value}
              onChange={field.onChange}
              near={team}
              max={50}
            />
          )}
        />
      ) : team.length === 0 ? (
        <p>{t('teamNone')}</p>
      ) : (
        <FormCheckboxGroup
          form={form}
          name="staffMemberIds"
          label={t('team')}
          help={t('teamHelp')}
          options={team.map(({ id, name }) => ({ id, label: name }))}
          isRequired
        />
      )}
      <FormCheckboxGroup
        form={form}
        name="days"
        label={t('days')}
        options={days.map((day) => ({ id: day, label: format.date(day, 'weekday') }))}
        isRow
        isRequired
      />
      <FormActions>
        <SubmitButton>{t('colleagues')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
