import { useCallback } from 'react'
import { useLanguage } from '@/i18n/LanguageProvider'

/** A theme in the reader's language. */
export function useThemeLabel(): (theme: { labelFr: string; labelEn: string }) => string {
  const { language } = useLanguage()
  return useCallback((theme) => (language === 'en' ? theme.labelEn : theme.labelFr), [language])
}
