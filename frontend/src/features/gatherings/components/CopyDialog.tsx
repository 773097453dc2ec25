import { valibotResolver } from '@hookform/resolvers/valibot'
import { useNavigate } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { addresses } from '@/app/addresses'
import { useAct } from '@/app/mutate'
import { useViewer } from '@/app/session'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormDate } from '@/ui/FormDate'
import { FormTextField } from '@/ui/FormTextField'
import { notify } from '@/ui/Toast'
import { copyMutation } from '../acts'
import { preparationWords } from '../preparationMessages'
import { HostField } from './HostField'

export interface CopyDialogProps {
  source: { id: string; name: string; startsOn: string; hostIds: string[] }
  isOpen: boolean
  onClose: () => void
}

/** Begins a gathering from another: its rooms and its programme, none of its people. */
export function CopyDialog({ source, isOpen, onClose }: CopyDialogProps) {
  const t = useWords(preparationWords)
  return (
    <Dialog title={t('copy')} isOpen={isOpen} onClose={onClose}>
      {isOpen ? (
        <>
          <p>{t('copyText')}</p>
          <CopyForm source={source} onClose={onClose} />
        </>
      ) : null}
    </Dialog>
  )
}

/** The same day of the next year. */
function yearLater(day: string): string {
  const next = new Date(day)
  next.setUTCFullYear(next.getUTCFullYear() + 1)
  return next.toISOString().slice(0, 10)
}

function CopyForm({ source, onClose }: Omit<CopyDialogProps, 'isOpen'>) {
  const t = useWords(preparationWords)
  const navigate = useNavigate()
  const [copy] = useAct(copyMutation)
  const own = useViewer().staffMember.centre
  const form = useForm({
    resolver: valibotResolver(
      v.object({
        name: v.pipe(v.string(), v.trim(), v.nonEmpty(t('nameNeeded')), v.maxLength(120, t('long'))),
        startsOn: v.pipe(v.string(), v.nonEmpty(t('dayNeeded'))),
        hostIds: v.pipe(v.array(v.string()), v.minLength(1, t('hostsNeeded'))),
      }),
    ),
    defaultValues: {
      name: source.name,
      startsOn: yearLater(source.startsOn),
      hostIds: own === null || source.hostIds.includes(own.id) ? source.hostIds : [own.id],
    },
  })
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const done = await copy({ gatheringId: source.id, ...values }, { silent: true })
        if (!done.ok) return done.failures
        notify({ tone: 'good', text: t('copied') })
        onClose()
        const id = done.data.copyGathering?.gathering?.id
        if (id !== undefined) await navigate({ to: addresses.preparation(id) as never })
        return []
      }}
    >
      <FormTextField form={form} name="name" label={t('name')} maxLength={120} isRequired />
      <FormDate form={form} name="startsOn" label={t('startsOn')} isRequired />
      <HostField form={form} name="hostIds" />
      <FormActions>
        <SubmitButton>{t('copyConfirm')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
