import { useMemo } from 'react'
import { Format } from './format'
import { useLanguage } from './LanguageProvider'
import { useTimeZone } from './TimeZone'

/** Numbers, money, dates and lists in the reader's language and the centre's time zone. */
export function useFormat(): Format {
  const { language } = useLanguage()
  const zone = useTimeZone()
  return useMemo(() => new Format(language, zone), [language, zone])
}
