import { useCallback, useEffect, useRef } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { store } from './store'

/** What is kept for a form: what was typed, and when. */
export interface Draft {
  values: FieldValues
  at: number
}

const month = 30 * 86_400_000

export async function saveDraft(key: string, values: FieldValues): Promise<void> {
  await (await store()).put('drafts', { values, at: Date.now() }, key)
}

export async function readDraft(key: string): Promise<Draft | undefined> {
  const draft = await (await store()).get('drafts', key)
  return draft !== undefined && Date.now() - draft.at < month ? draft : undefined
}

export async function clearDraft(key: string): Promise<void> {
  await (await store()).delete('drafts', key)
}

/** Keeps what is typed in a form on this device until it is sent: a closed tab or a flat battery loses nothing. */
export function useDraft<Values extends FieldValues>(
  form: UseFormReturn<Values>,
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
        form.reset(draft.values as Values, { keepDefaultValues: true })
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
