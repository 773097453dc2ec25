import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { useWords } from '@/i18n/useWords'
import type { ComboBoxProps } from './ComboBox'
import { FieldFault, FieldHelp, FieldLabel } from './Field'
import { fieldStyles } from './fieldStyles'
import { uiWords } from './messages'
import { OptionList } from './OptionList'

/** The whole of a ComboBox: fetched when one first appears. */
export function ComboBoxView({
  label,
  help,
  error,
  hideLabel,
  options,
  value,
  onChange,
  onSearch,
  isLoading = false,
  placeholder,
  inputRef,
  ...props
}: ComboBoxProps) {
  const t = useWords(uiWords)
  return (
    <AriaComboBox
      {...props}
      {...(onSearch === undefined ? { defaultItems: options } : { items: options, onInputChange: onSearch })}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
      className={fieldStyles.field}
    >
      <FieldLabel label={label} isRequired={props.isRequired} hideLabel={hideLabel} />
      <FieldHelp help={help} />
      <span className={fieldStyles.combo}>
        <Input ref={inputRef} placeholder={placeholder} className={fieldStyles.input} />
        <Button className={fieldStyles.comboButton} aria-label={t('showAll')}>
          <ChevronDown aria-hidden="true" className={fieldStyles.chevron} />
        </Button>
      </span>
      <FieldFault error={error} />
      <OptionList options={options} isLoading={isLoading} />
    </AriaComboBox>
  )
}
