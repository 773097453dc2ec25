import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormTextArea } from '@/ui/FormTextArea'
import { LineList } from '@/ui/Layout'
import { Pill } from '@/ui/Pill'
import { notify } from '@/ui/Toast'
import { publishAgendaMutation } from '../acts'
import { goneFrom, type Preparation } from '../gathering'
import { preparationWords } from '../preparationMessages'

export interface PublishDialogProps {
  gathering: Preparation
  isOpen: boolean
  onClose: () => void
}

/** The draft becomes what everybody sees: what changes is read again first, and told in a sentence. */
export function PublishDialog({ gathering, isOpen, onClose }: PublishDialogProps) {
  const t = useWords(preparationWords)
  return (
    <Dialog title={t('publishAgenda')} isOpen={isOpen} onClose={onClose}>
      {isOpen ? <PublishForm gathering={gathering} onClose={onClose} /> : null}
    </Dialog>
  )
}

function PublishForm({ gathering, onClose }: Omit<PublishDialogProps, 'isOpen'>) {
  const t = useWords(preparationWords)
  const format = useFormat()
  const [publish] = useAct(publishAgendaMutation)
  const form = useForm({
    resolver: valibotResolver(v.object({ note: v.pipe(v.string(), v.trim(), v.maxLength(1000, t('long'))) })),
    defaultValues: { note: '' },
  })
  const { clear } = useDraft(form, `agenda-publish:${gathering.id}`)
  const changes = [
    ...gathering.draftAgenda.filter(({ change }) => change !== null),
    ...goneFrom(gathering).map((item) => ({ ...item, change: 'CANCELLED' as const })),
  ]
  return (
    <Form
      form={form}
      onSubmit={async ({ note }) => {
        const done = await publish(
          { gatheringId: gathering.id, version: gathering.agendaVersion, note },
          { silent: true },
        )
        if (!done.ok) return done.failures
        await clear()
        notify({ tone: 'good', text: t('agendaPublished') })
        onClose()
        return []
      }}
    >
      <LineList label={t('note')}>
        {changes.map(({ id, title, startsAt, change }) => (
          <li key={id}>
            {change === null ? null : (
              <Pill tone={change === 'CANCELLED' ? 'danger' : 'signal'}>{t(`change.${change}`)}</Pill>
            )}{' '}
            {title}, {format.date(startsAt, 'dayAndTime')}
          </li>
        ))}
      </LineList>
      <p>{t('publishText')}</p>
      <FormTextArea form={form} name="note" label={t('note')} help={t('noteHelp')} rows={3} />
      <FormActions>
        <SubmitButton>{t('publishAgenda')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
