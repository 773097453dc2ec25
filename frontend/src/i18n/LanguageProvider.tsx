import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import { IntlProvider, type IntlConfig } from 'react-intl'
import { storedLanguage, storeLanguage, type Language } from './language'
import { dictionary } from './words'

interface LanguageChoice {
  language: Language
  setLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice | null>(null)

/** The full tags: numbers, dates and the widget library's own words follow them. */
export const localeTags: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

function reportWordError(error: Error) {
  // A word that cannot be said shows its key; the tests fail on it, a reader's page must not.
  if (import.meta.env.MODE === 'test') throw error
}

export function LanguageProvider({ children, initial }: { children: ReactNode; initial?: Language }) {
  const [language, set] = useState<Language>(() => initial ?? storedLanguage())
  const setLanguage = useCallback((next: Language) => {
    storeLanguage(next)
    set(next)
  }, [])
  const choice = useMemo(() => ({ language, setLanguage }), [language, setLanguage])
  return (
    <LanguageContext value={choice}>
      <IntlProvider
        locale={localeTags[language]}
        messages={dictionary[language] as IntlConfig['messages']}
        onError={reportWordError}
      >
        {children}
      </IntlProvider>
    </LanguageContext>
  )
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext)
  if (choice === null) throw new Error('useLanguage needs a LanguageProvider above it')
  return choice
}
