import { useEffect, useEffectEvent } from 'react'
import type { FieldPath, FieldPathValue, FieldValues, UseFormReturn } from 'react-hook-form'
import { notify } from '@/ui/Toast'
import { readDraft } from './drafts'
import { useOutbox, type Outcome } from './outbox'

/** Tells whoever has just pressed why it was refused; what is refused later comes back through the list of what was sent. */
export async function tellRefusal(outcome: Promise<Outcome>): Promise<void> {
  const done = await outcome
  if (done.state !== 'refused') return
  for (const { message } of done.failures) notify({ tone: 'danger', text: message })
}

/**
 * Gives a text back to the form it was written in when it waited and was refused in the end, to be reworded, unless another is
 * being written there.
 */
export function useGivenBack<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  draftKey: string,
  field: FieldPath<Values>,
): void {
  const returned = useOutbox().refused.findLast(({ draft }) => draft?.key === draftKey)?.order
  const giveBack = useEffectEvent(async () => {
    // It is in its draft again, unless it has been taken up since.
    const text: unknown = (await readDraft(draftKey))?.values[field]
    if (typeof text === 'string' && (form.getValues(field) as unknown) === '')
      form.setValue(field, text as FieldPathValue<Values, FieldPath<Values>>, { shouldDirty: true })
  })
  useEffect(() => {
    if (returned !== undefined) void giveBack()
  }, [returned])
}
