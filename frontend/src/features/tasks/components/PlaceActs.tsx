import { Check } from 'lucide-react'
import { useState } from 'react'
import { addresses } from '@/app/addresses'
import { useAct } from '@/app/mutate'
import { useWithdraw } from '@/features/registrations/components/useWithdraw'
import { useWords } from '@/i18n/useWords'
import { Button, LinkButton } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { notify } from '@/ui/Toast'
import { taskWords } from '../messages'
import { placeWords } from '../placeMessages'
import { completeTaskMutation } from './completeTaskMutation'
import type { GatheringSubject, WholeTask } from './TaskCard'

/** A place that has come free: its person keeps it or gives it back, in place. */
export function PlaceActs({ task, gathering }: { task: WholeTask; gathering: GatheringSubject }) {
  const t = useWords(placeWords)
  const see = useWords(taskWords)
  const [keep, keeping] = useAct(completeTaskMutation)
  const [withdraw, withdrawing] = useWithdraw()
  const [isGiving, setGiving] = useState(false)
  const { id, name, viewerRegistration: own } = gathering
  return (
    <>
      {task.viewerCanComplete ? (
        <Button
          size="s"
          variant="primary"
          icon={<Check aria-hidden="true" />}
          isPending={keeping.isPending}
          onPress={() =>
            void keep({ taskId: task.id }).then(({ ok }) => {
              if (ok) notify({ tone: 'good', text: t('kept', { name }) })
            })
          }
        >
          {t('keep')}
        </Button>
      ) : null}
      {own?.viewerCanWithdraw === true ? (
        <Button size="s" onPress={() => setGiving(true)}>
          {t('give')}
        </Button>
      ) : null}
      <LinkButton size="s" variant="quiet" href={addresses.gathering(id)}>
        {see('see')}
      </LinkButton>
      <ConfirmDialog
        title={t('giveTitle')}
        confirm={t('giveTitle')}
        isDanger
        isOpen={isGiving}
        onClose={() => setGiving(false)}
        isPending={withdrawing.isPending}
        onConfirm={() =>
          void withdraw({ registrationId: own?.id ?? '' }).then(({ ok }) => {
            if (ok) notify({ tone: 'good', text: t('given') })
            setGiving(false)
          })
        }
      >
        <p>{t('giveText', { name })}</p>
      </ConfirmDialog>
    </>
  )
}
