import type { ReactNode } from 'react'
import styles from './Field.module.css'

/** What every field shares: the label above, the help under it, the error beside what it is about. */
export interface FieldProps {
  label: string
  help?: ReactNode
  error?: string
  isRequired?: boolean
  isDisabled?: boolean
  /** The label is spoken and not shown: only where the place already says it, as in a search bar. */
  hideLabel?: boolean
}

/** Apart from the parts of a field, so that what is the device's own control needs no widget library to look like the others. */
export const fieldStyles = styles as Record<keyof typeof styles & string, string>
