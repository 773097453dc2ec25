import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormTextArea } from '@/ui/FormTextArea'
import { groupWords } from '../messages'
import type { GroupMove } from '../moves'
import { MergeForm } from './MergeForm'
import { useGroupMoves, type MovedGroup } from './useGroupMoves'

/** Moves that need words. */
export type NotedMove = Extract<GroupMove, 'decline' | 'close' | 'abandon'>
/** Moves that ask something before they are made. */
export type AskingMove = NotedMove | 'merge'

export const askingMoves: readonly GroupMove[] = ['decline', 'close', 'abandon', 'merge']

export function isAsking(move: GroupMove): move is AskingMove {
  return askingMoves.includes(move)
}

export interface MoveDialogProps {
  /** Which move; null while the dialog is closed. */
  move: AskingMove | null
  group: MovedGroup
  onClose: () => void
}

/** Asks for what a move needs, then makes it: a reason, a summary, the group that takes over. */
export function MoveDialog({ move, group, onClose }: MoveDialogProps) {
  const t = useWords(groupWords)
  return (
    <Dialog
      title={move === null ? '' : t(`${move}Title`)}
      isOpen={move !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      {move === null ? null : move === 'merge' ? (
        <MergeForm group={group} onDone={onClose} />
      ) : (
        <NoteForm move={move} group={group} onDone={onClose} />
      )}
    </Dialog>
  )
}

const noteMost = 4000

function NoteForm({ move, group, onDone }: { move: NotedMove; group: MovedGroup; onDone: () => void }) {
  const t = useWords(groupWords)
  const { run } = useGroupMoves()
  const form = useForm({
    defaultValues: { note: '' },
    resolver: valibotResolver(
      v.object({
        note: v.pipe(
          v.string(),
          v.trim(),
          v.nonEmpty(t('noteNeeded')),
          v.maxLength(noteMost, t('nameLong', { max: noteMost })),
        ),
      }),
    ),
  })
  const draft = useDraft(form, `group-${move}:${group.id}`)
  return (
    <Form
      form={form}
      onSubmit={async ({ note }) => {
        const done = await run(move, group, { note }, { silent: true })
        // The input calls these words a reason or a summary; here there is one field.
        if (!done.ok) return done.failures.map((failure) => ({ ...failure, field: failure.field && 'note' }))
        await draft.clear()
        onDone()
      }}
    >
      <FormTextArea
        form={form}
        name="note"
        label={t(`${move}Label`)}
        help={t(`${move}Help`)}
        isRequired
        rows={6}
        maxLength={noteMost}
      />
      <FormActions>
        <SubmitButton variant={move === 'close' ? 'primary' : 'danger'}>{t(`${move}Do`)}</SubmitButton>
      </FormActions>
    </Form>
  )
}
