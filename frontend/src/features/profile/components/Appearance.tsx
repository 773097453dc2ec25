import { setTheme, themes, useTheme } from '@/app/preferences'
import { languageNames, languages } from '@/i18n/language'
import { useLanguage } from '@/i18n/LanguageProvider'
import { useWords } from '@/i18n/useWords'
import { Stack } from '@/ui/Layout'
import { RadioGroup } from '@/ui/RadioGroup'
import { profileWords } from '../messages'
import styles from './Profile.module.css'

/** How the product looks and speaks on this device; each choice holds at once. */
export function Appearance() {
  const t = useWords(profileWords)
  const { language, setLanguage } = useLanguage()
  const theme = useTheme()
  return (
    <div className={styles.narrow}>
      <Stack>
        <p>{t('appearanceLead')}</p>
        <RadioGroup
          label={t('language')}
          help={t('languageHelp')}
          isRow
          options={languages.map((id) => ({ id, label: languageNames[id] }))}
          value={language}
          onChange={setLanguage}
        />
        <RadioGroup
          label={t('theme')}
          isRow
          options={themes.map((id) => ({ id, label: t(`theme.${id}`) }))}
          value={theme}
          onChange={setTheme}
        />
      </Stack>
    </div>
  )
}
