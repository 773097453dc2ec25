export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

export const languageNames: Record<Language, string> = { fr: 'Français', en: 'English' }

/** The full tags: numbers, dates and the widget library's own words follow them. */
export const localeTags: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

const key = 'maillage.language'

/** The language chosen on this device; the page's own language was already set by first.js. */
export function storedLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'fr'
}

export function storeLanguage(language: Language): void {
  document.documentElement.lang = language
  try {
    localStorage.setItem(key, language)
  } catch {
    // Storage may be refused; the choice then lasts as long as the tab.
  }
}
