import type { ReactNode } from 'react'
import { I18nProvider, RouterProvider as AriaRouter } from 'react-aria-components'
import { localeTags, type Language } from '@/i18n/language'
import { LanguageProvider, useLanguage } from '@/i18n/LanguageProvider'
import { Navigate } from '@/ui/currentPath'

export interface ProvidersProps {
  language?: Language
  navigate: (href: string) => void
  children: ReactNode
}

/** Everything a page may rely on being above it. The tests use the same; the shell adds the data. */
export function Providers({ language, navigate, children }: ProvidersProps) {
  return (
    <LanguageProvider initial={language}>
      <WidgetLanguage>
        <AriaRouter navigate={navigate}>
          <Navigate value={navigate}>{children}</Navigate>
        </AriaRouter>
      </WidgetLanguage>
    </LanguageProvider>
  )
}

function WidgetLanguage({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  return <I18nProvider locale={localeTags[language]}>{children}</I18nProvider>
}
