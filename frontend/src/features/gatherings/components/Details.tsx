import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { useDraft } from '@/app/drafts'
import { useAct } from '@/app/mutate'
import { useConflict } from '@/app/useConflict'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
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
  const { clear } = useDraft(form, `gathering:${gathering.id}`)
  const { settle, dialog } = useConflict(form, {
    query: preparationQuery,
    variables: { id: gathering.id },
    find: (data) => data.gathering && textOf(data.gathering),
    clear,
    asText: (values) =>
      [
        values.name,
        `${values.city} ${values.venue}`,
        values.startsOn === '' || values.endsOn === ''
          ? ''
          : format.dateRange(values.startsOn, values.endsOn),
        values.description,
      ]
        .filter(Boolean)
        .join('\n\n'),
  })
  return (
    <>
      <Form
        form={form}
        onSubmit={async (values) => {
          const done = await edit({ gatheringId: gathering.id, ...values }, { silent: true })
          if (!done.ok) return settle(done.failures)
          await clear()
          form.reset({ ...values, version: done.data.editGathering?.gathering?.version ?? values.version })
          notify({ tone: 'good', text: t('saved') })
          return []
        }}
      >
        <GatheringFields form={form} isEdited />
        <FormActions>
          <SubmitButton>{t('save')}</SubmitButton>
        </FormActions>
      </Form>
      {dialog}
    </>
  )
}
