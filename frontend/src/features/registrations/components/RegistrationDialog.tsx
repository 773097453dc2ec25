import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useViewer } from '@/app/session'
import { VersionedForm } from '@/app/VersionedForm'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { FormCheckboxGroup } from '@/ui/FormCheckboxGroup'
import { FormTextArea } from '@/ui/FormTextArea'
import { notify } from '@/ui/Toast'
import { registrationWords } from '../messages'
import { daysBetween, editRegistrationMutation, ownRegistration, registerMutation } from '../registration'

/** What the form needs of a registration that is edited. */
interface Edited {
  id: string
  days: readonly string[]
  needs: string | null
  version: number
  viewerReadsNeeds: boolean
  /** Whose it is, when it is not the viewer's own. */
  name?: string
}

export interface RegistrationDialogProps {
  gathering: { id: string; startsOn: string; endsOn: string }
  /** Undefined to register oneself. */
  registration?: Edited
  isOpen: boolean
  onClose: () => void
}

/** Registers oneself, or changes the days of a registration and what its person needs. */
export function RegistrationDialog({ isOpen, onClose, ...rest }: RegistrationDialogProps) {
  const t = useWords(registrationWords)
  const { registration } = rest
  return (
    <Dialog
      title={
        registration === undefined
          ? t('registerTitle')
          : registration.name === undefined
            ? t('editMine')
            : t('editTitle', { name: registration.name })
      }
      isOpen={isOpen}
      onClose={onClose}
    >
      {isOpen ? <RegistrationForm {...rest} onClose={onClose} /> : null}
    </Dialog>
  )
}

interface Values {
  days: string[]
  needs: string
  version: number
}

const nowQuery = graphql(
  `
    query RegistrationNow($id: ID!, $search: String!) {
      gathering(id: $id) {
        id
        registrations(filter: { search: $search }, first: 100) {
          nodes {
            ...OwnRegistration
          }
        }
      }
    }
  `,
  [ownRegistration],
)

const valuesOf = ({ days, needs, version }: Omit<Edited, 'id' | 'viewerReadsNeeds'>): Values => ({
  days: [...days],
  needs: needs ?? '',
  version,
})

function RegistrationForm({ gathering, registration, onClose }: Omit<RegistrationDialogProps, 'isOpen'>) {
  const t = useWords(registrationWords)
  const format = useFormat()
  const self = useViewer().staffMember.name
  const [register] = useAct(registerMutation)
  const [edit] = useAct(editRegistrationMutation)
  const days = daysBetween(gathering.startsOn, gathering.endsOn)
  const form = useForm<Values>({
    resolver: valibotResolver(
      v.object({
        days: v.pipe(v.array(v.string()), v.minLength(1, t('daysNeeded'))),
        needs: v.pipe(v.string(), v.trim(), v.maxLength(500, t('long'))),
        version: v.number(),
      }),
    ),
    defaultValues: registration === undefined ? { days, needs: '', version: 0 } : valuesOf(registration),
  })
  const list = (chosen: readonly string[]) => format.list(chosen.map((day) => format.date(day, 'weekday')))
  return (
    <VersionedForm
      form={form}
      draft={
        registration === undefined ? `registration-new:${gathering.id}` : `registration:${registration.id}`
      }
      query={nowQuery}
      variables={{ id: gathering.id, search: registration?.name ?? self }}
      find={(data) => {
        const now = data.gathering?.registrations.nodes.find(({ id }) => id === registration?.id)
        return now && valuesOf(now)
      }}
      asText={(values) => [list(values.days), values.needs].join('\n\n')}
      send={async ({ version, ...words }) =>
        registration === undefined
          ? await register({ gatheringId: gathering.id, ...words }, { silent: true })
          : await edit(
              {
                registrationId: registration.id,
                version,
                days: words.days,
                needs: registration.viewerReadsNeeds ? words.needs : null,
              },
              { silent: true },
            )
      }
      onSent={(answer) => {
        const made = 'registerMyself' in answer ? answer.registerMyself?.registration : undefined
        const isWaiting = made?.state === 'WAITING'
        notify({
          tone: 'good',
          text: t(registration !== undefined ? 'saved' : isWaiting ? 'doneWaiting' : 'done'),
        })
        onClose()
      }}
      save={t(registration === undefined ? 'register' : 'save')}
    >
      <FormCheckboxGroup
        form={form}
        name="days"
        label={t('days')}
        options={days.map((day) => ({ id: day, label: format.date(day, 'weekday') }))}
        isRequired
      />
      {registration === undefined || registration.viewerReadsNeeds ? (
        <FormTextArea form={form} name="needs" label={t('needs')} help={t('needsHelp')} rows={3} />
      ) : null}
    </VersionedForm>
  )
}
