import type { TadaDocumentNode } from 'gql.tada'
import { useState, type ReactNode } from 'react'
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form'
import { useClient } from 'urql'
import { ConflictDialog } from '@/ui/ConflictDialog'
import type { FormFailure } from '@/ui/Form'

/** What a form edits, with the version it was written on: kept together, so that a draft taken up later is not taken for a new one. */
export type Versioned = FieldValues & { version: number }

/** The same form, for fields that are also those of a new thing and know of no version. */
export function unversioned<Values extends FieldValues>(
  form: UseFormReturn<Values & { version: number }>,
): UseFormReturn<Values> {
  return form as unknown as UseFormReturn<Values>
}

export interface Stored<Values, Data, Variables> {
  /** Reads what now stands. */
  query: TadaDocumentNode<Data, Variables>
  variables: Variables
  find: (data: Data) => Values | null | undefined
  /** What was written, to be read beside another's. */
  asText: (values: Values) => string
  /** Forgets what was typed, once the other's text is taken. */
  clear: () => Promise<void>
}

export interface Conflict {
  /** Takes the failures of an act, and keeps those that are no such conflict. */
  settle: (failures: readonly FormFailure[]) => Promise<readonly FormFailure[]>
  dialog: ReactNode
}

/** Two people have written at once: what each wrote is shown before one is kept. */
export function useConflict<
  Values extends Versioned,
  Sent extends FieldValues,
  Data,
  Variables extends object,
>(
  form: UseFormReturn<Values, unknown, Sent>,
  { query, variables, find, asText, clear }: Stored<Values, Data, Variables>,
): Conflict {
  const client = useClient()
  const [theirs, setTheirs] = useState<Values>()
  return {
    settle: async (failures) => {
      if (!failures.some(({ code, field }) => code === 'CONFLICT' && field === 'version')) return failures
      const { data } = await client
        .query<Data>(query, variables, { requestPolicy: 'network-only' })
        .toPromise()
      const now = data === undefined ? undefined : find(data)
      if (now === undefined || now === null) return failures
      setTheirs(now)
      return []
    },
    dialog:
      theirs === undefined ? null : (
        <ConflictDialog
          isOpen
          mine={asText(form.getValues())}
          theirs={asText(theirs)}
          onKeepMine={() => {
            // Mine, now written knowing theirs: sent again it replaces what was read.
            form.setValue('version' as Path<Values>, theirs.version as PathValue<Values, Path<Values>>, {
              shouldDirty: true,
            })
            setTheirs(undefined)
          }}
          onTakeTheirs={() => {
            form.reset(theirs)
            void clear()
            setTheirs(undefined)
          }}
        />
      ),
  }
}
