import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { useWords } from '@/i18n/useWords'
import { fieldStyles as styles, type FieldProps } from './fieldStyles'
import { uiWords } from './messages'

export function FieldLabel({
  label,
  isRequired,
  hideLabel,
}: Pick<FieldProps, 'label' | 'isRequired' | 'hideLabel'>) {
  const t = useWords(uiWords)
  return (
    <Label className={hideLabel === true ? 'visually-hidden' : styles.label}>
      {label}
      {isRequired === true ? <span className={styles.required}> {t('required')}</span> : null}
    </Label>
  )
}

export function FieldHelp({ help }: Pick<FieldProps, 'help'>) {
  if (help === undefined) return null
  return (
    <Text slot="description" className={styles.help}>
      {help}
    </Text>
  )
}

export function FieldFault({ error }: Pick<FieldProps, 'error'>) {
  return <FieldError className={styles.error}>{error}</FieldError>
}
