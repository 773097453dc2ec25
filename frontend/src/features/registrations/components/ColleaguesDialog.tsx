import { valibotResolver } from '@hookform/resolvers/valibot'
import { Controller, useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormCheckboxGroup } from '@/ui/FormCheckboxGroup'
import { notify } from '@/ui/Toast'
import { colleaguesWords } from '../colleaguesMessages'
import { registrationWords } from '../messages'
import { daysBetween, registerColleaguesMutation } from '../registration'
import { ColleaguePicker, type Person } from './ColleaguePicker'

/** The most that one act registers, as the server has it. */
const most = 50

export interface ColleaguesDialogProps {
  gathering: { id: string; startsOn: string; endsOn: string; viewerCanRegisterAnyone: boolean }
  isOpen: boolean
  onClose: () => void
}

/** Registers others: the team of one's centre, or anyone for those who run the gathering. */
export function ColleaguesDialog({ isOpen, onClose, ...rest }: ColleaguesDialogProps) {
  const t = useWords(colleaguesWords)
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={onClose}>
      {isOpen ? <ColleaguesForm {...rest} onClose={onClose} /> : null}
    </Dialog>
  )
}

function ColleaguesForm({ gathering, onClose }: Omit<ColleaguesDialogProps, 'isOpen'>) {
  const t = useWords(colleaguesWords)
  const tOwn = useWords(registrationWords)
  const format = useFormat()
  const [act] = useAct(registerColleaguesMutation)
  const days = daysBetween(gathering.startsOn, gathering.endsOn)
  const form = useForm({
    resolver: valibotResolver(
      v.object({
        staffMemberIds: v.pipe(
          v.array(v.object({ id: v.string(), name: v.string() })),
          v.minLength(1, t('peopleNeeded')),
          v.maxLength(most, t('peopleMost')),
        ),
        days: v.pipe(v.array(v.string()), v.minLength(1, tOwn('daysNeeded'))),
      }),
    ),
    defaultValues: { staffMemberIds: [] as Person[], days },
  })
  return (
    <Form
      form={form}
      onSubmit={async ({ staffMemberIds, days: chosen }) => {
        const done = await act(
          {
            gatheringId: gathering.id,
            staffMemberIds: staffMemberIds.map(({ id }) => id),
            days: chosen,
          },
          { silent: true },
        )
        if (!done.ok) return done.failures
        const made = done.data.registerColleagues?.registrations ?? []
        const waiting = made.filter(({ state }) => state === 'WAITING').length
        notify({ tone: 'good', text: tOwn('colleaguesDone', { count: made.length - waiting, waiting }) })
        onClose()
        return []
      }}
    >
      <Controller
        control={form.control}
        name="staffMemberIds"
        render={({ field, fieldState }) => (
          <div ref={field.ref} tabIndex={-1}>
            <ColleaguePicker
              gatheringId={gathering.id}
              isAnyone={gathering.viewerCanRegisterAnyone}
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error?.message}
            />
          </div>
        )}
      />
      <FormCheckboxGroup
        form={form}
        name="days"
        label={tOwn('days')}
        options={days.map((day) => ({ id: day, label: format.date(day, 'weekday') }))}
        isRow
        isRequired
      />
      <FormActions>
        <SubmitButton>{tOwn('colleagues')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
