import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button, IconButton } from '@/ui/Button'
import { Section } from '@/ui/Section'
import { notify } from '@/ui/Toast'
import type { Forum, Slot } from '../forum'
import { setupWords } from '../setupMessages'
import { useSlotTime } from '../useSlotTime'
import { SlotForm } from './SlotForm'
import styles from './SlotSettings.module.css'

const removeSlot = graphql(`
  mutation RemoveSlot($input: RemoveSlotInput!) {
    removeSlot(input: $input) {
      forum {
        id
        slots {
          id
          label
          startsAt
          endsAt
          version
        }
      }
    }
  }
`)

/** The hours of the board, one after the other; one at a time is edited in its place. */
export function SlotSettings({ forum, onStale }: { forum: Forum; onStale: () => void }) {
  const t = useWords(setupWords)
  const format = useFormat()
  const slotTime = useSlotTime()
  const [edited, setEdited] = useState<string>()
  const [remove, { isPending }] = useAct(removeSlot)
  const close = () => setEdited(undefined)
  const takeOff = async (slot: Slot) => {
    const done = await remove({ slotId: slot.id, version: slot.version }, { silent: true })
    for (const { message } of done.failures) notify({ tone: 'danger', text: message })
    if (done.failures.some(({ code }) => code === 'CONFLICT')) onStale()
    if (done.ok) notify({ tone: 'good', text: t('slotRemoved') })
  }
  return (
    <Section title={t('slots')} count={forum.slots.length}>
      <p>{t('slotsLead')}</p>
      {forum.slots.length === 0 ? <p>{t('slotsNone')}</p> : null}
      <ul className={styles.list}>
        {forum.slots.map((slot) =>
          slot.id === edited ? (
            <li key={slot.id} className={styles.edited}>
              <SlotForm key={slot.version} forum={forum} slot={slot} onDone={close} onStale={onStale} />
            </li>
          ) : (
            <li key={slot.id} className={styles.slot}>
              <span className={styles.text}>
                <strong>{slot.label}</strong>
                <span>
                  {format.date(slot.startsAt, 'weekday')}, {slotTime(slot)}
                </span>
              </span>
              <IconButton
                size="s"
                label={t('slotEdit', { label: slot.label })}
                icon={<Pencil aria-hidden="true" />}
                onPress={() => setEdited(slot.id)}
              />
              <IconButton
                size="s"
                label={t('slotRemove', { label: slot.label })}
                icon={<Trash2 aria-hidden="true" />}
                isPending={isPending}
                onPress={() => void takeOff(slot)}
              />
            </li>
          ),
        )}
      </ul>
      {edited === 'new' ? (
        <div className={styles.edited}>
          <SlotForm forum={forum} onDone={close} onStale={onStale} />
        </div>
      ) : (
        <div>
          <Button size="s" icon={<Plus aria-hidden="true" />} onPress={() => setEdited('new')}>
            {t('slotAdd')}
          </Button>
        </div>
      )}
    </Section>
  )
}
