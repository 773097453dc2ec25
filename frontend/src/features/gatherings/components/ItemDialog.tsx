import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useAct } from '@/app/mutate'
import { VersionedForm } from '@/app/VersionedForm'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { FormCheckbox } from '@/ui/FormCheckbox'
import { FormNumber } from '@/ui/FormNumber'
import { FormSelect } from '@/ui/FormSelect'
import { FormTextArea } from '@/ui/FormTextArea'
import { FormTextField } from '@/ui/FormTextField'
import { FormTime } from '@/ui/FormTime'
import { notify } from '@/ui/Toast'
import { addItemMutation, editItemMutation } from '../acts'
import { preparationQuery, type DraftItem, type Preparation } from '../gathering'
import { daysBetween, hourOf, momentOf } from '../hours'
import { gatheringWords } from '../messages'
import { preparationWords } from '../preparationMessages'
import styles from './Fields.module.css'
import { capacityEntry } from './GatheringFields'

const kinds = ['PLENARY', 'TALK', 'BARCAMP', 'QUESTIONS', 'FORUM', 'BREAK'] as const
/** In the list of rooms: none in particular. */
const nowhere = '-'

interface Values {
  title: string
  kind: (typeof kinds)[number]
  day: string
  startsAt: string
  endsAt: string
  spaceId: string
  speaker: string
  description: string
  isPublic: boolean
  capacity: number | null
  version: number
}

export interface ItemDialogProps {
  gathering: Preparation
  /** Undefined for a new one. */
  item?: DraftItem
  isOpen: boolean
  onClose: () => void
}

/** Adds an item to the draft programme, or rewrites and moves one. */
export function ItemDialog({ isOpen, onClose, ...rest }: ItemDialogProps) {
  const t = useWords(preparationWords)
  return (
    <Dialog
      title={t(rest.item === undefined ? 'add' : 'editItem')}
      isOpen={isOpen}
      onClose={onClose}
      size="l"
    >
      {isOpen ? <ItemForm {...rest} onClose={onClose} /> : null}
    </Dialog>
  )
}

function ItemForm({ gathering, item, onClose }: Omit<ItemDialogProps, 'isOpen'>) {
  const t = useWords(preparationWords)
  const tPage = useWords(gatheringWords)
  const format = useFormat()
  const [add] = useAct(addItemMutation)
  const [edit] = useAct(editItemMutation)
  const { timeZone } = gathering
  const days = daysBetween(gathering.startsOn, gathering.endsOn)
  const valuesOf = (from: DraftItem): Values => ({
    title: from.title,
    kind: from.kind,
    day: format.dayOf(from.startsAt),
    startsAt: hourOf(from.startsAt, timeZone),
    endsAt: hourOf(from.endsAt, timeZone),
    spaceId: from.space?.id ?? nowhere,
    speaker: from.speaker,
    description: from.description,
    isPublic: from.isPublic,
    capacity: from.capacity,
    version: from.version,
  })
  const text = v.pipe(v.string(), v.trim(), v.maxLength(200, t('long')))
  const hour = v.pipe(v.string(), v.nonEmpty(t('hourNeeded')))
  const form = useForm<Values, unknown, Values>({
    resolver: valibotResolver(
      v.pipe(
        v.object({
          title: v.pipe(text, v.nonEmpty(t('titleNeeded'))),
          kind: v.picklist(kinds),
          day: v.string(),
          startsAt: hour,
          endsAt: hour,
          spaceId: v.string(),
          speaker: text,
          description: v.pipe(v.string(), v.trim(), v.maxLength(4000, t('long'))),
          isPublic: v.boolean(),
          capacity: capacityEntry(t),
          version: v.number(),
        }),
        v.forward(
          v.partialCheck(
            [['startsAt'], ['endsAt']],
            ({ startsAt, endsAt }) => startsAt === '' || endsAt === '' || endsAt > startsAt,
            t('order'),
          ),
          ['endsAt'],
        ),
      ),
    ),
    defaultValues:
      item === undefined
        ? {
            title: '',
            kind: 'TALK',
            day: days[0]!,
            startsAt: '',
            endsAt: '',
            spaceId: nowhere,
            speaker: '',
            description: '',
            isPublic: false,
            capacity: null,
            version: 0,
          }
        : valuesOf(item),
  })
  const roomName = (id: string) => gathering.spaces.find((space) => space.id === id)?.name ?? t('noSpace')
  return (
    <VersionedForm
      form={form}
      draft={item === undefined ? `agenda-new:${gathering.id}` : `agenda-item:${item.id}`}
      query={preparationQuery}
      variables={{ id: gathering.id }}
      find={(data) => {
        const now = data.gathering?.draftAgenda.find(({ id }) => id === item?.id)
        return now && valuesOf(now)
      }}
      asText={(values) =>
        [
          values.title,
          `${format.date(values.day, 'weekday')}, ${values.startsAt}–${values.endsAt}, ${roomName(values.spaceId)}`,
          tPage(`kind.${values.kind}`),
          values.speaker,
          values.description,
        ]
          .filter(Boolean)
          .join('\n\n')
      }
      send={async ({ day, startsAt, endsAt, spaceId, version, ...words }) => {
        const input = {
          ...words,
          startsAt: momentOf(day, startsAt, timeZone),
          endsAt: momentOf(day, endsAt, timeZone),
          spaceId: spaceId === nowhere ? null : spaceId,
        }
        return item === undefined
          ? await add({ gatheringId: gathering.id, ...input }, { silent: true })
          : await edit({ draftItemId: item.id, version, ...input }, { silent: true })
      }}
      onSent={() => {
        notify({ tone: 'good', text: t('saved') })
        onClose()
      }}
      save={t(item === undefined ? 'add' : 'save')}
    >
      <FormTextField form={form} name="title" label={t('itemTitle')} maxLength={200} isRequired />
      <div className={styles.pair}>
        <FormSelect
          form={form}
          name="kind"
          label={t('kind')}
          options={kinds.map((id) => ({ id, label: tPage(`kind.${id}`) }))}
        />
        <FormSelect
          form={form}
          name="day"
          label={t('day')}
          options={days.map((id) => ({ id, label: format.date(id, 'weekday') }))}
        />
      </div>
      <div className={styles.pair}>
        <FormTime form={form} name="startsAt" label={t('startsAt')} isRequired />
        <FormTime form={form} name="endsAt" label={t('endsAt')} isRequired />
      </div>
      <div className={styles.pair}>
        <FormSelect
          form={form}
          name="spaceId"
          label={t('space')}
          options={[
            { id: nowhere, label: t('noSpace') },
            ...gathering.spaces.map(({ id, name, capacity }) => ({
              id,
              label: name,
              note: t('places', { count: capacity }),
            })),
          ]}
        />
        <FormNumber form={form} name="capacity" label={t('capacity')} help={t('capacityHelp')} />
      </div>
      <FormTextField
        form={form}
        name="speaker"
        label={t('speaker')}
        help={t('speakerHelp')}
        maxLength={200}
      />
      <FormTextArea form={form} name="description" label={t('description')} rows={3} />
      <FormCheckbox form={form} name="isPublic">
        {t('isPublic')}
      </FormCheckbox>
    </VersionedForm>
  )
}
