import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { FormActions } from '@/ui/Form'
import { notify } from '@/ui/Toast'
import { sendMutation } from '../acts'
import { pageWords } from '../pageMessages'
import { partnerParts, type Project } from '../project'
import { TermsSheet } from './TermsSheet'

export interface SendDialogProps {
  project: Project
  isOpen: boolean
  onClose: () => void
  onReread: () => void
}

/** Before the proposal leaves the lead centre: what each centre will be asked to sign, and that the lead's part is signed by it. */
export function SendDialog({ project, isOpen, onClose, onReread }: SendDialogProps) {
  const t = useWords(pageWords)
  const [send, { isPending }] = useAct(sendMutation)
  const count = partnerParts(project).length
  const go = async () => {
    const done = await send({ jointProjectId: project.id, version: project.version })
    if (done.ok) notify({ tone: 'good', text: t('sent', { count }) })
    else onReread()
    onClose()
  }
  return (
    <Dialog title={t('sendTitle')} isOpen={isOpen} onClose={onClose} size="l">
      <p>{t('sendLead', { centre: project.leadCentre.shortName, count })}</p>
      {project.partnerships.map((part) => (
        <TermsSheet key={part.id} centre={part.centre.name} as={part.role} terms={part.commitment} />
      ))}
      <FormActions>
        <Button variant="primary" onPress={() => void go()} isPending={isPending}>
          {t('send')}
        </Button>
      </FormActions>
    </Dialog>
  )
}
