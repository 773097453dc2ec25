import { useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { leaveNow, stay } from './leave'
import { networkWords } from './networkMessages'

/** Asks once more before signing out loses what has not reached the server. */
export function LeaveDialog({ count }: { count: number }) {
  const t = useWords(networkWords)
  const [isPending, setPending] = useState(false)
  return (
    <ConfirmDialog
      title={t('leaveTitle')}
      confirm={t('leaveAnyway')}
      isDanger
      isOpen
      isPending={isPending}
      onClose={stay}
      onConfirm={() => {
        setPending(true)
        void leaveNow()
      }}
    >
      <p>{t('leaveText', { count })}</p>
    </ConfirmDialog>
  )
}
