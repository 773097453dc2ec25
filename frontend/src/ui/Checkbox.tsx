import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components/Checkbox'
import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { FieldFault, FieldHelp, FieldLabel } from './Field'
import { fieldStyles, type FieldProps } from './fieldStyles'
import type { Option } from './option'

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  children: ReactNode
  note?: string
}

/** Yes or no, told apart by a tick and not by a colour. */
export function Checkbox({ children, note, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className={fieldStyles.choice}>
      {({ isIndeterminate, isSelected }) => (
        <>
          <span className={fieldStyles.choiceMark} aria-hidden="true">
            {isIndeterminate ? <Minus /> : isSelected ? <Check /> : null}
          </span>
          <span>
            {children}
            {note === undefined ? null : <span className={fieldStyles.choiceNote}>{note}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  )
}

export interface CheckboxGroupProps<Id extends string> extends FieldProps {
  options: readonly Option<Id>[]
  value: readonly Id[]
  onChange: (value: Id[]) => void
  isRow?: boolean
}

/** Several of a few. */
export function CheckboxGroup<Id extends string>({
  label,
  help,
  error,
  hideLabel,
  options,
  value,
  onChange,
  isRow = false,
  ...props
}: CheckboxGroupProps<Id>) {
  return (
    <AriaCheckboxGroup
      {...props}
      value={[...value]}
      onChange={(next) => onChange(next as Id[])}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={fieldStyles.field}
    >
      <FieldLabel label={label} isRequired={props.isRequired} hideLabel={hideLabel} />
      <FieldHelp help={help} />
      <div className={`${fieldStyles.choices} ${isRow ? fieldStyles.choicesRow : ''}`}>
        {options.map((option) => (
          <Checkbox key={option.id} value={option.id} note={option.note}>
            {option.label}
          </Checkbox>
        ))}
      </div>
      <FieldFault error={error} />
    </AriaCheckboxGroup>
  )
}
