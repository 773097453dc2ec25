import { useCallback, useEffect, useRef } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { store, whose } from './store'

/** What is kept for a form: what was typed, and when. */
export interface Draft {
  viewerId: string
  values: FieldValues
  at: number
}

const month = 30 * 86_400_000

/** Each person's drafts are their own: another who signs in on this device finds none of them. */
const keyOf = (key: string) => `${whose()} ${key}`

export async function saveDraft(key: string, values: FieldValues): Promise<void> {
  await (await store()).put('drafts', { viewerId: whose(), values, at: Date.now() }, keyOf(key))
}

/** Puts back what was sent and has come back, unless something else is being written in its place. */
export async function giveBackDraft(key: string, values: FieldValues): Promise<void> {
  if ((await readDraft(key)) === undefined) await saveDraft(key, values)
}

export async function readDraft(key: string): Promise<Draft | undefined> {
  const draft = await (await store()).get('drafts', keyOf(key))
  return draft !== undefined && Date.now() - draft.at < month ? draft : undefined
}

export async function clearDraft(key: string): Promise<void> {
  await (await store()).delete('drafts', keyOf(key))
}

/** Keeps what is typed in a form on this device until it is sent: a closed tab or a flat battery loses nothing. */
export function useDraft<Values extends FieldValues, Sent extends FieldValues | undefined>(
  form: UseFormReturn<Values, unknown, Sent>,
  key: string,
): { clear: () => Promise<void> } {
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  // What was sent is not kept again by a change that was still waiting, until something else is typed.
  const isSent = useRef(false)
  useEffect(() => {
    let watching: (() => void) | undefined
    let gone = false
    void readDraft(key).then((draft) => {
      if (gone) return
      if (draft !== undefined && !form.formState.isDirty)
        // A field that is newer than the draft stays as it is.
        form.reset({ ...form.getValues(), ...draft.values } as Values, { keepDefaultValues: true })
      watching = form.subscribe({
        formState: { values: true, isDirty: true },
        callback: ({ values, isDirty }) => {
          clearTimeout(pause.current)
          if (isDirty !== true) isSent.current = false
          else if (!isSent.current) pause.current = setTimeout(() => void saveDraft(key, values), 400)
        },
      })
    })
    return () => {
      gone = true
      clearTimeout(pause.current)
      watching?.()
    }
  }, [form, key])
  return {
    clear: useCallback(() => {
      clearTimeout(pause.current)
      isSent.current = true
      return clearDraft(key)
    }, [key]),
  }
}
