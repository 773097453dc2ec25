import { useEffect, useState, type Ref } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { FieldFault, FieldHelp, FieldLabel } from './Field'
import { fieldStyles, type FieldProps } from './fieldStyles'

export interface NumberFieldProps extends FieldProps {
  value: number | null
  onChange: (value: number | null) => void
  onBlur?: () => void
  name?: string
  unit?: string
  /** Whether « 2,5 » may be written. */
  allowDecimal?: boolean
  inputRef?: Ref<HTMLInputElement>
}

function parse(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return plain === '' || !/^-?\d*\.?\d*$/.test(plain) || plain === '.' ? null : Number(plain)
}

/** A number, typed as people write it here: « 1 200 » and « 2,5 » are understood. */
export function NumberField({
  label,
  help,
  error,
  hideLabel,
  value,
  onChange,
  unit,
  allowDecimal = false,
  inputRef,
  ...props
}: NumberFieldProps) {
  const [text, setText] = useState(value === null ? '' : String(value))
  useEffect(() => {
    setText((shown) =>
      parse(shown) === value ? shown : value === null ? '' : String(value).replace('.', ','),
    )
  }, [value])
  return (
    <AriaTextField
      {...props}
      value={text}
      onChange={(next) => {
        setText(next)
        onChange(parse(next))
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={fieldStyles.field}
    >
      <FieldLabel
        label={unit === undefined ? label : `${label} (${unit})`}
        isRequired={props.isRequired}
        hideLabel={hideLabel}
      />
      <FieldHelp help={help} />
      <span className={fieldStyles.withUnit}>
        <Input
          ref={inputRef}
          inputMode={allowDecimal ? 'decimal' : 'numeric'}
          autoComplete="off"
          className={fieldStyles.input}
        />
        {unit === undefined ? null : (
          <span aria-hidden="true" className={fieldStyles.unit}>
            {unit}
          </span>
        )}
      </span>
      <FieldFault error={error} />
    </AriaTextField>
  )
}
