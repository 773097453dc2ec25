import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { ConfirmAct } from '@/ui/ConfirmAct'
import { EmptyState } from '@/ui/EmptyState'
import { onDemand } from '@/ui/later'
import { LineList } from '@/ui/Layout'
import { Menu } from '@/ui/Menu'
import { Section } from '@/ui/Section'
import { removeSpaceMutation } from '../acts'
import type { Preparation, Room } from '../gathering'
import { preparationWords } from '../preparationMessages'
import styles from './DraftLine.module.css'

const RoomDialog = onDemand(async () => (await import('./RoomDialog')).RoomDialog)

/** The rooms of the gathering, in the order of the board. */
export function Rooms({ gathering }: { gathering: Preparation }) {
  const t = useWords(preparationWords)
  const [edited, setEdited] = useState<Room | 'new'>()
  const [removed, setRemoved] = useState<Room>()
  const [open, setOpen] = useState<'edit' | 'remove'>()
  const [remove] = useAct(removeSpaceMutation)
  const close = () => setOpen(undefined)
  const edit = (room: Room | 'new') => {
    setEdited(room)
    setOpen('edit')
  }
  const add = (
    <Button icon={<Plus aria-hidden="true" />} onPress={() => edit('new')}>
      {t('roomAdd')}
    </Button>
  )
  return (
    <Section title={t('rooms')} lead={t('roomsLead')} actions={add}>
      {gathering.spaces.length === 0 ? (
        <EmptyState title={t('roomsNone')} action={add}>
          <p>{t('roomsNoneText')}</p>
        </EmptyState>
      ) : (
        <LineList label={t('rooms')}>
          {gathering.spaces.map((room) => (
            <li key={room.id} className={styles.line}>
              <p className={styles.time}>{t('places', { count: room.capacity })}</p>
              <div className={styles.text}>
                <p className={styles.name}>{room.name}</p>
                <p className={styles.facts}>
                  {room.onBoard ? <span>{t('forForum')}</span> : null}
                  {room.accessible ? null : <span>{t('notAccessible')}</span>}
                  {room.equipment === '' ? null : <span>{room.equipment}</span>}
                </p>
              </div>
              <Menu
                label={t('roomAct', { name: room.name })}
                items={[
                  { id: 'edit', label: t('edit'), onAction: () => edit(room) },
                  {
                    id: 'remove',
                    label: t('remove'),
                    isDanger: true,
                    onAction: () => {
                      setRemoved(room)
                      setOpen('remove')
                    },
                  },
                ]}
              />
            </li>
          ))}
        </LineList>
      )}
      {edited === undefined ? null : (
        <RoomDialog
          key={edited === 'new' ? 'new' : edited.id}
          gatheringId={gathering.id}
          room={edited === 'new' ? undefined : edited}
          isOpen={open === 'edit'}
          onClose={close}
        />
      )}
      {removed === undefined ? null : (
        <ConfirmAct
          title={t('roomRemove', { name: removed.name })}
          confirm={t('remove')}
          isDanger
          isOpen={open === 'remove'}
          onClose={close}
          act={() => remove({ spaceId: removed.id })}
          said={t('roomRemoved')}
        >
          <p>{t('roomRemoveText')}</p>
        </ConfirmAct>
      )}
    </Section>
  )
}
