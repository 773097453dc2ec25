import { useState, type ReactNode } from 'react'
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form'
import { ConflictDialog } from '@/ui/ConflictDialog'
import type { FormFailure } from '@/ui/Form'

/**
 * Two people have written at once: what each wrote is shown before one is kept. `read` gives what now stands, with its version;
 * `settle` takes the failures of an act, and keeps those that are no such conflict.
 */
export function useConflict<Values extends FieldValues & { version: number }, Sent extends FieldValues>(
  form: UseFormReturn<Values, unknown, Sent>,
  read: () => Promise<Values | undefined>,
  asText: (values: Values) => string,
): { settle: (failures: readonly FormFailure[]) => Promise<readonly FormFailure[]>; conflict: ReactNode } {
  const [theirs, setTheirs] = useState<Values>()
  return {
    settle: async (failures) => {
      if (!failures.some(({ code, field }) => code === 'CONFLICT' && field === 'version')) return failures
      const now = await read()
      if (now === undefined) return failures
      setTheirs(now)
      return []
    },
    conflict:
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
            setTheirs(undefined)
          }}
        />
      ),
  }
}
