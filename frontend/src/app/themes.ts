import { useCallback } from 'react'
import { useLanguage } from '@/i18n/LanguageProvider'

export interface ThemeLabels {
  labelFr: string
  labelEn: string
}

/** A theme in the reader's language. */
export function useThemeLabel(): (theme: ThemeLabels) => string {
  const { language } = useLanguage()
  return useCallback((theme) => (language === 'en' ? theme.labelEn : theme.labelFr), [language])
}
