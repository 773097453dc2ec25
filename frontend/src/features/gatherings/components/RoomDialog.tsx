import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useAct } from '@/app/mutate'
import { VersionedForm } from '@/app/VersionedForm'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { FormCheckbox } from '@/ui/FormCheckbox'
import { FormNumber } from '@/ui/FormNumber'
import { FormTextArea } from '@/ui/FormTextArea'
import { FormTextField } from '@/ui/FormTextField'
import { notify } from '@/ui/Toast'
import { addSpaceMutation, editSpaceMutation } from '../acts'
import { preparationQuery, type Room } from '../gathering'
import { preparationWords } from '../preparationMessages'

interface Values {
  name: string
  capacity: number | null
  equipment: string
  accessible: boolean
  onBoard: boolean
  version: number
}

export interface RoomDialogProps {
  gatheringId: string
  /** Undefined for a new one. */
  room?: Room
  isOpen: boolean
  onClose: () => void
}

/** Adds a room, or rewrites one. */
export function RoomDialog({ isOpen, onClose, ...rest }: RoomDialogProps) {
  const t = useWords(preparationWords)
  return (
    <Dialog title={t(rest.room === undefined ? 'roomAdd' : 'roomEdit')} isOpen={isOpen} onClose={onClose}>
      {isOpen ? <RoomForm {...rest} onClose={onClose} /> : null}
    </Dialog>
  )
}

const valuesOf = ({ name, capacity, equipment, accessible, onBoard, version }: Room): Values => ({
  name,
  capacity,
  equipment,
  accessible,
  onBoard,
  version,
})

function RoomForm({ gatheringId, room, onClose }: Omit<RoomDialogProps, 'isOpen'>) {
  const t = useWords(preparationWords)
  const [add] = useAct(addSpaceMutation)
  const [edit] = useAct(editSpaceMutation)
  const form = useForm<Values, unknown, Values & { capacity: number }>({
    resolver: valibotResolver(
      v.object({
        name: v.pipe(v.string(), v.trim(), v.nonEmpty(t('roomNeeded')), v.maxLength(80, t('long'))),
        capacity: v.pipe(
          v.nullable(v.number()),
          v.number(t('capacityWrong')),
          v.integer(t('capacityWrong')),
          v.minValue(1, t('capacityWrong')),
          v.maxValue(10_000, t('capacityWrong')),
        ),
        equipment: v.pipe(v.string(), v.trim(), v.maxLength(400, t('long'))),
        accessible: v.boolean(),
        onBoard: v.boolean(),
        version: v.number(),
      }),
    ),
    defaultValues:
      room === undefined
        ? { name: '', capacity: null, equipment: '', accessible: true, onBoard: true, version: 0 }
        : valuesOf(room),
  })
  return (
    <VersionedForm
      form={form}
      draft={room === undefined ? `room-new:${gatheringId}` : `room:${room.id}`}
      query={preparationQuery}
      variables={{ id: gatheringId }}
      find={(data) => {
        const now = data.gathering?.spaces.find(({ id }) => id === room?.id)
        return now && valuesOf(now)
      }}
      asText={(values) =>
        [values.name, t('places', { count: values.capacity ?? 0 }), values.equipment].join('\n\n')
      }
      send={async ({ version, ...words }) =>
        room === undefined
          ? await add({ gatheringId, ...words }, { silent: true })
          : await edit({ spaceId: room.id, version, ...words }, { silent: true })
      }
      onSent={() => {
        notify({ tone: 'good', text: t('saved') })
        onClose()
      }}
      save={t(room === undefined ? 'roomAdd' : 'save')}
    >
      <FormTextField form={form} name="name" label={t('roomName')} maxLength={80} isRequired />
      <FormNumber form={form} name="capacity" label={t('roomCapacity')} isRequired />
      <FormTextArea form={form} name="equipment" label={t('equipment')} help={t('equipmentHelp')} rows={2} />
      <FormCheckbox form={form} name="accessible">
        {t('accessible')}
      </FormCheckbox>
      <FormCheckbox form={form} name="onBoard">
        {t('onBoard')}
      </FormCheckbox>
    </VersionedForm>
  )
}
