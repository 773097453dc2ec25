import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useTimeZone } from '@/i18n/TimeZone'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormDate } from '@/ui/FormDate'
import { FormTextField } from '@/ui/FormTextField'
import { notify } from '@/ui/Toast'
import type { Forum, Slot } from '../forum'
import { setupWords } from '../setupMessages'
import { hoursOf, instantOf } from '../slotHours'
import styles from './SlotSettings.module.css'

const addSlot = graphql(`
  mutation AddSlot($input: AddSlotInput!) {
    addSlot(input: $input) {
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

const editSlot = graphql(`
  mutation EditSlot($input: EditSlotInput!) {
    editSlot(input: $input) {
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

export interface SlotFormProps {
  forum: Forum
  /** The slot to be changed; none adds one. */
  slot?: Slot
  onDone: () => void
  onStale: () => void
}

/** A slot's name and hours, in the time of the gathering's place. */
export function SlotForm({ forum, slot, onDone, onStale }: SlotFormProps) {
  const t = useWords(setupWords)
  const zone = useTimeZone()
  const [add] = useAct(addSlot)
  const [edit] = useAct(editSlot)
  const time = v.pipe(v.string(), v.regex(/^\d\d:\d\d$/, t('slotTimeNeeded')))
  const form = useForm({
    resolver: valibotResolver(
      v.pipe(
        v.object({
          label: v.pipe(v.string(), v.trim(), v.nonEmpty(t('slotLabelNeeded')), v.maxLength(80)),
          day: v.pipe(v.string(), v.nonEmpty(t('slotTimeNeeded'))),
          startsAt: time,
          endsAt: time,
        }),
        v.forward(
          v.partialCheck(
            [['startsAt'], ['endsAt']],
            ({ startsAt, endsAt }) => startsAt < endsAt,
            t('slotEnds'),
          ),
          ['endsAt'],
        ),
      ),
    ),
    defaultValues:
      slot === undefined
        ? { label: '', day: forum.gathering.endsOn, startsAt: '', endsAt: '' }
        : {
            label: slot.label,
            day: hoursOf(slot.startsAt, zone).day,
            startsAt: hoursOf(slot.startsAt, zone).time,
            endsAt: hoursOf(slot.endsAt, zone).time,
          },
  })
  return (
    <Form
      form={form}
      label={slot === undefined ? t('slotAdd') : t('slotEdit', { label: slot.label })}
      onSubmit={async ({ label, day, startsAt, endsAt }) => {
        const terms = {
          label,
          startsAt: instantOf(day, startsAt, zone),
          endsAt: instantOf(day, endsAt, zone),
        }
        const done =
          slot === undefined
            ? await add({ forumId: forum.id, ...terms }, { silent: true })
            : await edit({ slotId: slot.id, version: slot.version, ...terms }, { silent: true })
        if (done.failures.some(({ code }) => code === 'CONFLICT')) {
          notify({ tone: 'info', text: t('stale') })
          onStale()
          return []
        }
        if (!done.ok) return done.failures
        notify({ tone: 'good', text: t('slotSaved') })
        onDone()
        return []
      }}
    >
      <FormTextField form={form} name="label" label={t('slotLabel')} maxLength={80} isRequired />
      <div className={styles.hours}>
        <FormDate form={form} name="day" label={t('slotDay')} isRequired />
        <FormTextField form={form} name="startsAt" label={t('slotFrom')} type="time" isRequired />
        <FormTextField form={form} name="endsAt" label={t('slotTo')} type="time" isRequired />
      </div>
      <FormActions>
        <SubmitButton size="s">{t('slotSave')}</SubmitButton>
        <Button size="s" variant="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
      </FormActions>
    </Form>
  )
}
