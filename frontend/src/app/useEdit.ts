import type { ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import type { FormFailure } from '@/ui/Form'
import { useDraft } from './drafts'
import type { Done } from './mutate'
import { useConflict, type Stored, type Versioned } from './useConflict'

export interface Edit<Values, Sent, Outcome extends Done<unknown>, Data, Variables> extends Omit<
  Stored<Values, Data, Variables>,
  'clear'
> {
  /** Under what name that which is typed is kept on this device until it is sent. */
  draft: string
  /** Sends it; what it failed of is shown by the form. */
  send: (values: Sent) => Promise<Outcome>
  /** Once it is sent, and forgotten on this device. */
  onSent: (answer: Extract<Outcome, { ok: true }>['data'], values: Sent) => void
}

export interface Editing<Sent> {
  /** What the form does when it is sent. */
  submit: (values: Sent) => Promise<readonly FormFailure[]>
  /** Forgets what was typed. */
  clear: () => Promise<void>
  /** Shows the other's text, when two have written at once. */
  dialog: ReactNode
}

/** Rewrites what others may rewrite too: nothing typed is lost to a closed tab, nor to whoever was faster. */
export function useEdit<
  Values extends Versioned,
  Sent extends FieldValues,
  Outcome extends Done<unknown>,
  Data,
  Variables extends object,
>(
  form: UseFormReturn<Values, unknown, Sent>,
  { draft, send, onSent, ...stored }: Edit<Values, Sent, Outcome, Data, Variables>,
): Editing<Sent> {
  const { clear } = useDraft(form, draft)
  const { settle, dialog } = useConflict(form, { ...stored, clear })
  return {
    submit: async (values) => {
      const done = await send(values)
      if (!done.ok) return settle(done.failures)
      await clear()
      onSent(done.data, values)
      return []
    },
    clear,
    dialog,
  }
}
