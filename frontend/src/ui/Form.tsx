import { createContext, useContext, useState, type ReactNode } from 'react'
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import { Button, type ButtonProps } from './Button'
import { ErrorSummary } from './ErrorSummary'
import styles from './Form.module.css'

/** A failure as the server says it; `field` is the name of an input. */
export interface FormFailure {
  code: string
  field?: string
  message: string
}

interface FormState {
  isSubmitting: boolean
}

const FormContext = createContext<FormState>({ isSubmitting: false })

export interface FormProps<Values extends FieldValues, Sent extends FieldValues> {
  form: UseFormReturn<Values, unknown, Sent>
  /** Sends. What it returns is shown: at the fields the failures name, and on top. */
  onSubmit: (values: Sent) => Promise<readonly FormFailure[] | void>
  children: ReactNode
  /** Labels that name the fields in the summary come from the fields' own messages. */
  label?: string
}

/** A form that sums up what stops it, on top and with links, and puts each failure of the server beside its field. */
export function Form<Values extends FieldValues, Sent extends FieldValues>({
  form,
  onSubmit,
  children,
  label,
}: FormProps<Values, Sent>) {
  const [attempt, setAttempt] = useState(0)
  const { errors, isSubmitting, submitCount } = form.formState
  const send = form.handleSubmit(
    async (values) => {
      const failures = (await onSubmit(values)) ?? []
      for (const { field, message } of failures) {
        const name = field === undefined ? undefined : known(form, field)
        form.setError(name ?? `root.${field ?? 'server'}`, { type: 'server', message })
      }
      if (failures.length > 0) setAttempt((count) => count + 1)
    },
    () => setAttempt((count) => count + 1),
  )
  return (
    <form
      noValidate
      aria-label={label}
      className={styles.form}
      onSubmit={(event) => {
        form.clearErrors('root')
        void send(event)
      }}
    >
      <ErrorSummary errors={submitCount === 0 ? [] : summary(form, errors)} attempt={attempt} />
      <FormContext value={{ isSubmitting }}>{children}</FormContext>
    </form>
  )
}

/** The form's own name for a field the server names, which may say where it stood in the input. */
function known<Values extends FieldValues, Sent extends FieldValues>(
  form: UseFormReturn<Values, unknown, Sent>,
  field: string,
): FieldPath<Values> | undefined {
  const names = Object.keys(form.getValues())
  return [field, field.replace(/^input\./, '')].find((name) => names.includes(name.split('.')[0]!)) as
    FieldPath<Values> | undefined
}

interface Fault {
  message?: unknown
  type?: unknown
}

function summary<Values extends FieldValues, Sent extends FieldValues>(
  form: UseFormReturn<Values, unknown, Sent>,
  errors: object,
): { text: string; onGo?: () => void }[] {
  const found: { text: string; onGo?: () => void }[] = []
  const visit = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) return
    const fault = value as Fault
    if (typeof fault.message === 'string' && fault.message !== '') {
      const isField = !path.startsWith('root')
      found.push({
        text: fault.message,
        onGo: isField ? () => form.setFocus(path as FieldPath<Values>) : undefined,
      })
      return
    }
    for (const [key, inner] of Object.entries(value)) {
      if (key !== 'ref') visit(inner, path === '' ? key : `${path}.${key}`)
    }
  }
  visit(errors, '')
  return found
}

/** Sends the form around it; says so while it does. */
export function SubmitButton({
  children,
  variant = 'primary',
  ...props
}: Omit<ButtonProps, 'type' | 'isPending'>) {
  const { isSubmitting } = useContext(FormContext)
  return (
    <Button {...props} type="submit" variant={variant} isPending={isSubmitting}>
      {children}
    </Button>
  )
}

/** The acts of a form, at its end. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}
