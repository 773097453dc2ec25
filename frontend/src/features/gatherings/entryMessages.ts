import { words } from '@/i18n/words'

/** Putting one item, or one session, into one's own calendar. */
export const entryWords = words('calendar-entry', {
  fr: {
    calendar: 'Agenda',
    calendarLabel: 'Ajouter « {title} » à mon agenda',
  },
  en: {
    calendar: 'Calendar',
    calendarLabel: 'Add “{title}” to my calendar',
  },
})
