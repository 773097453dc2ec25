import { useWatch, type UseFormReturn } from 'react-hook-form'
import * as v from 'valibot'
import { useWords, type Say } from '@/i18n/useWords'
import { FormDate } from '@/ui/FormDate'
import { FormNumber } from '@/ui/FormNumber'
import { FormSelect } from '@/ui/FormSelect'
import { FormTextArea } from '@/ui/FormTextArea'
import { FormTextField } from '@/ui/FormTextField'
import { preparationWords } from '../preparationMessages'
import styles from './Fields.module.css'
import { HostField } from './HostField'

type Key = (typeof preparationWords)['keys'][number]

/** What is said of a gathering, as it is typed. */
export interface GatheringText {
  name: string
  city: string
  venue: string
  startsOn: string
  endsOn: string
  timeZone: string
  description: string
  capacity: number | null
  hostIds: string[]
  version: number
}

const zones = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'Indian/Reunion',
  'Indian/Mayotte',
  'Pacific/Noumea',
  'Pacific/Tahiti',
] as const

/** A number of places, or no limit. */
export const capacityEntry = (t: Say<Key>) =>
  v.nullable(
    v.pipe(
      v.number(),
      v.integer(t('capacityWrong')),
      v.minValue(1, t('capacityWrong')),
      v.maxValue(10_000, t('capacityWrong')),
    ),
  )

export function gatheringSchema(t: Say<Key>) {
  return v.pipe(
    v.object({
      name: v.pipe(v.string(), v.trim(), v.nonEmpty(t('nameNeeded')), v.maxLength(120, t('long'))),
      city: v.pipe(v.string(), v.trim(), v.nonEmpty(t('cityNeeded')), v.maxLength(120, t('long'))),
      venue: v.pipe(v.string(), v.trim(), v.maxLength(200, t('long'))),
      startsOn: v.pipe(v.string(), v.nonEmpty(t('dayNeeded'))),
      endsOn: v.pipe(v.string(), v.nonEmpty(t('dayNeeded'))),
      timeZone: v.string(),
      description: v.pipe(v.string(), v.trim(), v.maxLength(4000, t('long'))),
      capacity: capacityEntry(t),
      hostIds: v.pipe(v.array(v.string()), v.minLength(1, t('hostsNeeded'))),
      version: v.number(),
    }),
    v.forward(
      v.partialCheck(
        [['startsOn'], ['endsOn']],
        ({ startsOn, endsOn }) => startsOn === '' || endsOn === '' || endsOn >= startsOn,
        t('endBeforeStart'),
      ),
      ['endsOn'],
    ),
  )
}

/** The fields of a gathering, for a new one and for one that is edited. */
export function GatheringFields({
  form,
  isEdited = false,
}: {
  form: UseFormReturn<GatheringText, unknown, GatheringText>
  isEdited?: boolean
}) {
  const t = useWords(preparationWords)
  const [startsOn, timeZone] = useWatch({ control: form.control, name: ['startsOn', 'timeZone'] })
  const options = [
    ...zones.map((id) => ({ id: id as string, label: t(`zone.${id}`) })),
    ...(zones.some((zone) => zone === timeZone) ? [] : [{ id: timeZone, label: timeZone }]),
  ]
  return (
    <>
      <FormTextField form={form} name="name" label={t('name')} maxLength={120} isRequired />
      <div className={styles.pair}>
        <FormTextField form={form} name="city" label={t('city')} maxLength={120} isRequired />
        <FormTextField form={form} name="venue" label={t('venue')} help={t('venueHelp')} maxLength={200} />
      </div>
      <div className={styles.pair}>
        <FormDate
          form={form}
          name="startsOn"
          label={t('startsOn')}
          help={isEdited ? t('datesHelp') : undefined}
          isRequired
        />
        <FormDate form={form} name="endsOn" label={t('endsOn')} min={startsOn || undefined} isRequired />
      </div>
      <div className={styles.pair}>
        <FormSelect form={form} name="timeZone" label={t('timeZone')} options={options} />
        <FormNumber form={form} name="capacity" label={t('capacity')} help={t('capacityHelp')} />
      </div>
      <FormTextArea form={form} name="description" label={t('description')} rows={4} />
      <HostField form={form} name="hostIds" />
    </>
  )
}
