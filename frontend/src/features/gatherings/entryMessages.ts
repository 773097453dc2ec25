import { words } from '@/i18n/words'

/** Putting one item, or one session, into one's own calendar. */
export const entryWords = words('calendar-entry', {
  fr: {
    calendar: 'À mon agenda',
    calendarLabel: 'Ajouter « {title} » à mon agenda',
  },
  en: {
    calendar: 'To my calendar',
    calendarLabel: 'Add “{title}” to my calendar',
  },
})
