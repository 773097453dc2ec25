import { words } from '@/i18n/words'

/** The last minutes of a session, and the harvests that are awaited. */
export const closingWords = words('closing', {
  fr: {
    promptTitle:
      '{count, plural, =0 {C’est l’heure de conclure « {title} »} one {Reste # minute pour « {title} »} other {Reste # minutes pour « {title} »}}',
    promptText:
      'Écrivez la récolte pendant que tout le monde est là : quatre champs, quelques lignes chacun.',
    promptLater: 'Plus tard',
    chaseTitle: 'Récoltes attendues',
    chaseLead: 'Les séances tenues dont la récolte n’est pas publiée, les plus anciennes d’abord.',
    chaseSince: 'Tenue {when}',
    chaseBy: 'portée par {name}',
    chaseNobody: 'sans porteur·se',
    chaseDraft: 'brouillon commencé',
    chaseAct: 'Relancer',
    chaseActOf: 'Relancer {name} pour « {title} »',
    chased: '{name} est relancé·e',
    chasedAt: 'Relancée {when}',
    chaseNobodyText: 'Personne à relancer.',
    chaseAll: 'Tout afficher ({count})',
    promptGo: 'Écrire la récolte',
  },
  en: {
    promptTitle:
      '{count, plural, =0 {Time to conclude “{title}”} one {# minute left for “{title}”} other {# minutes left for “{title}”}}',
    promptText: 'Write the harvest while everyone is here: four fields, a few lines each.',
    promptLater: 'Later',
    chaseTitle: 'Harvests awaited',
    chaseLead: 'Sessions held whose harvest is not published, the oldest first.',
    chaseSince: 'Held {when}',
    chaseBy: 'convened by {name}',
    chaseNobody: 'without a convener',
    chaseDraft: 'a draft has been begun',
    chaseAct: 'Remind',
    chaseActOf: 'Remind {name} of “{title}”',
    chased: '{name} has been reminded',
    chasedAt: 'Reminded {when}',
    chaseNobodyText: 'Nobody to remind.',
    chaseAll: 'Show all ({count})',
    promptGo: 'Write the harvest',
  },
})
