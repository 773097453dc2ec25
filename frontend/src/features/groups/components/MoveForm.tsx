import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormTextArea } from '@/ui/FormTextArea'
import { groupWords } from '../messages'
import type { AskingMove, NotedMove } from '../moves'
import { MergeForm } from './MergeForm'
import { useGroupMoves, type MovedGroup } from './useGroupMoves'

export interface MoveFormProps {
  move: AskingMove
  group: MovedGroup
  onDone: () => void
}

/** What a move asks before it is made. */
export function MoveForm({ move, group, onDone }: MoveFormProps) {
  return move === 'merge' ? (
    <MergeForm group={group} onDone={onDone} />
  ) : (
    <NoteForm move={move} group={group} onDone={onDone} />
  )
}

const noteMost = 4000

function NoteForm({ move, group, onDone }: MoveFormProps & { move: NotedMove }) {
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
