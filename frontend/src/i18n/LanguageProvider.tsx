import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import { storedLanguage, storeLanguage, type Language } from './language'

interface LanguageChoice {
  language: Language
  setLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice | null>(null)

/** The language of everything below, and how it is changed. */
export function LanguageProvider({ children, initial }: { children: ReactNode; initial?: Language }) {
  const [language, set] = useState<Language>(() => initial ?? storedLanguage())
  const setLanguage = useCallback((next: Language) => {
    storeLanguage(next)
    set(next)
  }, [])
  const choice = useMemo(() => ({ language, setLanguage }), [language, setLanguage])
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext)
  if (choice === null) throw new Error('useLanguage needs a LanguageProvider above it')
  return choice
}
