import { words } from '@/i18n/words'

/** What the steps of a thread are called that have no title of their own. */
export const threadWords = words('thread', {
  fr: { dots: '{count, plural, =0 {Aucune gommette} one {# gommette} other {# gommettes}}' },
  en: { dots: '{count, plural, =0 {No dot} one {# dot} other {# dots}}' },
})
