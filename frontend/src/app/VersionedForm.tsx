import type { ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import type { Done } from './mutate'
import type { Versioned } from './useConflict'
import { useEdit, type Edit } from './useEdit'

export interface VersionedFormProps<
  Values extends Versioned,
  Sent extends FieldValues,
  Outcome extends Done<unknown>,
  Data,
  Variables,
> extends Edit<Values, Sent, Outcome, Data, Variables> {
  form: UseFormReturn<Values, unknown, Sent>
  /** Its name, where it stands beside others. */
  label?: string
  /** The act itself, as a verb. */
  save: string
  children: ReactNode
}

/** The form of something that others may rewrite too. When two have written at once both texts are shown. */
export function VersionedForm<
  Values extends Versioned,
  Sent extends FieldValues,
  Outcome extends Done<unknown>,
  Data,
  Variables extends object,
>({ form, label, save, children, ...edit }: VersionedFormProps<Values, Sent, Outcome, Data, Variables>) {
  const { submit, dialog } = useEdit(form, edit)
  return (
    <>
      <Form form={form} label={label} onSubmit={submit}>
        {children}
        <FormActions>
          <SubmitButton>{save}</SubmitButton>
        </FormActions>
      </Form>
      {dialog}
    </>
  )
}
