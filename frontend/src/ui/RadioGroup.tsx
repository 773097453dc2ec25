import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup'
import { FieldFault, FieldHelp, FieldLabel } from './Field'
import { fieldStyles, type FieldProps } from './fieldStyles'
import type { Option } from './option'

export interface RadioGroupProps<Id extends string> extends FieldProps {
  options: readonly Option<Id>[]
  value: Id | null
  onChange: (value: Id) => void
  isRow?: boolean
}

/** One of very few, all of them in sight. */
export function RadioGroup<Id extends string>({
  label,
  help,
  error,
  hideLabel,
  options,
  onChange,
  isRow = false,
  ...props
}: RadioGroupProps<Id>) {
  return (
    <AriaRadioGroup
      {...props}
      onChange={(next) => onChange(next as Id)}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={fieldStyles.field}
    >
      <FieldLabel label={label} isRequired={props.isRequired} hideLabel={hideLabel} />
      <FieldHelp help={help} />
      <div className={`${fieldStyles.choices} ${isRow ? fieldStyles.choicesRow : ''}`}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className={`${fieldStyles.choice} ${fieldStyles.radio}`}>
            <span className={fieldStyles.choiceMark} aria-hidden="true" />
            <span>
              {option.label}
              {option.note === undefined ? null : (
                <span className={fieldStyles.choiceNote}>{option.note}</span>
              )}
            </span>
          </Radio>
        ))}
      </div>
      <FieldFault error={error} />
    </AriaRadioGroup>
  )
}
