import { Suspense } from 'react'
import { readFragment, type FragmentOf } from '@/app/graphql'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { later } from '@/ui/later'
import { Skeleton } from '@/ui/Skeleton'
import { groupWords } from '../messages'
import { editableGroup } from './editableGroup'

const EditGroupForm = later(async () => (await import('./EditGroupForm')).EditGroupForm)

export interface EditGroupProps {
  group: FragmentOf<typeof editableGroup>
  isOpen: boolean
  onClose: () => void
}

/** Rewords a group, above its page. */
export function EditGroup({ group, isOpen, onClose }: EditGroupProps) {
  const t = useWords(groupWords)
  return (
    <Dialog title={t('editTitle')} isOpen={isOpen} onClose={onClose}>
      <Suspense fallback={<Skeleton lines={6} />}>
        <EditGroupForm group={readFragment(editableGroup, group)} onDone={onClose} />
      </Suspense>
    </Dialog>
  )
}
