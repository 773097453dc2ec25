import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { useAct } from '@/app/mutate'
import { VersionedForm } from '@/app/VersionedForm'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { notify } from '@/ui/Toast'
import { editMutation } from '../acts'
import { preparationQuery, type Preparation } from '../gathering'
import { preparationWords } from '../preparationMessages'
import { GatheringFields, gatheringSchema, type GatheringText } from './GatheringFields'

const textOf = (gathering: Preparation): GatheringText => ({
  name: gathering.name,
  city: gathering.city,
  venue: gathering.venue,
  startsOn: gathering.startsOn,
  endsOn: gathering.endsOn,
  timeZone: gathering.timeZone,
  description: gathering.description,
  capacity: gathering.capacity,
  hostIds: gathering.hosts.map(({ id }) => id),
  version: gathering.version,
})

/** What is said of the gathering: where, when, by whose invitation. */
export function Details({ gathering }: { gathering: Preparation }) {
  const t = useWords(preparationWords)
  const format = useFormat()
  const [edit] = useAct(editMutation)
  const form = useForm<GatheringText, unknown, GatheringText>({
    resolver: valibotResolver(gatheringSchema(t)),
    defaultValues: textOf(gathering),
  })
  return (
    <VersionedForm
      form={form}
      draft={`gathering:${gathering.id}`}
      query={preparationQuery}
      variables={{ id: gathering.id }}
      find={(data) => data.gathering && textOf(data.gathering)}
      asText={(values) =>
        [
          values.name,
          `${values.city} ${values.venue}`,
          values.startsOn === '' || values.endsOn === ''
            ? ''
            : format.dateRange(values.startsOn, values.endsOn),
          values.description,
        ]
          .filter(Boolean)
          .join('\n\n')
      }
      send={(values) => edit({ gatheringId: gathering.id, ...values }, { silent: true })}
      onSent={({ editGathering }, values) => {
        form.reset({ ...values, version: editGathering?.gathering?.version ?? values.version })
        notify({ tone: 'good', text: t('saved') })
      }}
      save={t('save')}
    >
      <GatheringFields form={form} isEdited />
    </VersionedForm>
  )
}
