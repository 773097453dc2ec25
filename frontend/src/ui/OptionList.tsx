import { Check } from 'lucide-react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { useWords } from '@/i18n/useWords'
import { uiWords } from './messages'
import type { Option } from './option'
import styles from './OptionList.module.css'

/** The list that opens under a ComboBox. */
export function OptionList({
  options,
  isLoading = false,
}: {
  options: readonly Option[]
  isLoading?: boolean
}) {
  const t = useWords(uiWords)
  return (
    <Popover className={styles.popover!} offset={4}>
      <ListBox
        className={styles.list!}
        items={options}
        renderEmptyState={() => <p className={styles.empty}>{isLoading ? t('loading') : t('noOption')}</p>}
      >
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.label} className={styles.item!}>
            <Check aria-hidden="true" className={styles.check} />
            <span>
              <Text slot="label">{option.label}</Text>
              {option.note === undefined ? null : (
                <Text slot="description" className={styles.note!}>
                  {option.note}
                </Text>
              )}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  )
}
