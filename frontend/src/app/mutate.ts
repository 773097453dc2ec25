import type { TadaDocumentNode } from 'gql.tada'
import { useCallback, useRef, useState } from 'react'
import { useClient } from 'urql'
import { useWords } from '@/i18n/useWords'
import { notify } from '@/ui/Toast'
import { failuresOf, type Failure } from './failure'
import { appWords } from './messages'

/** What the page gives: the input without the key, which is made here. */
type Given<Variables> = Variables extends { input: infer Input } ? Omit<Input, 'clientMutationId'> : never

export type Done<Data> =
  { ok: true; data: Data; failures: [] } | { ok: false; data: Data | undefined; failures: Failure[] }

export interface ActOptions {
  /** The caller shows every failure itself; otherwise those that belong to no field are told in a toast. */
  silent?: boolean
}

/**
 * Runs a mutation once per intention. The key that makes a repeat harmless is kept until the answer is known: pressing again
 * after a lost connection sends the same key, so nothing is done twice.
 */
export function useAct<Data, Variables extends { input: { clientMutationId: string } }>(
  mutation: TadaDocumentNode<Data, Variables>,
): [
  act: (input: Given<Variables>, options?: ActOptions) => Promise<Done<Data>>,
  state: { isPending: boolean },
] {
  const client = useClient()
  const t = useWords(appWords)
  const [pending, setPending] = useState(0)
  const unanswered = useRef(new Map<string, string>())

  const act = useCallback(
    async (input: Given<Variables>, options: ActOptions = {}): Promise<Done<Data>> => {
      const intention = JSON.stringify(input)
      const clientMutationId = unanswered.current.get(intention) ?? crypto.randomUUID()
      unanswered.current.set(intention, clientMutationId)
      setPending((count) => count + 1)
      try {
        const variables = { input: { ...input, clientMutationId } } as unknown as Variables
        const { data, error } = await client.mutation(mutation, variables).toPromise()
        const failures = failuresOf(error).map((failure) =>
          failure.code === 'NETWORK' ? { ...failure, message: t('networkFailure') } : failure,
        )
        if (failures.every((failure) => failure.code !== 'NETWORK')) unanswered.current.delete(intention)
        if (failures.length === 0 && data !== undefined) return { ok: true, data, failures: [] }
        if (options.silent !== true) {
          for (const failure of failures) {
            if (failure.field === undefined) notify({ tone: 'danger', text: failure.message })
          }
        }
        return { ok: false, data, failures }
      } finally {
        setPending((count) => count - 1)
      }
    },
    [client, mutation, t],
  )
  return [act, { isPending: pending > 0 }]
}
