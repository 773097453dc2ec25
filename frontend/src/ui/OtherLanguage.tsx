import { languageNames } from '@/i18n/language'
import { useLanguage } from '@/i18n/LanguageProvider'
import { Button } from './Button'

/** Goes over to the other language, named in that language. */
export function OtherLanguage() {
  const { language, setLanguage } = useLanguage()
  const other = language === 'fr' ? 'en' : 'fr'
  return (
    <Button variant="quiet" size="s" onPress={() => setLanguage(other)}>
      <span lang={other}>{languageNames[other]}</span>
    </Button>
  )
}
