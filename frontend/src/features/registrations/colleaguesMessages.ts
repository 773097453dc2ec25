import { words } from '@/i18n/words'

/** Registering others: read with the form that does it. */
export const colleaguesWords = words('colleagues', {
  fr: {
    title: 'Inscrire des collègues',
    team: "L'équipe",
    teamHelp: 'Celles et ceux de votre centre qui ne sont pas encore inscrits.',
    teamNone: 'Toute votre équipe est inscrite.',
    anyone: 'Personnes',
    anyoneHelp: "Celles et ceux, de n'importe quel centre, qui ne sont pas encore inscrits.",
    anyoneNone: 'Il ne reste personne à inscrire ici.',
    centre: 'Centre',
    anyCentre: 'Tous les centres',
    search: 'Chercher par le nom',
    nobody: 'Personne ne correspond.',
    chosen: '{count, plural, one {# personne choisie} other {# personnes choisies}}',
    remove: 'Retirer {name}',
    peopleNeeded: 'Choisissez au moins une personne.',
    peopleMost: 'Cinquante personnes au plus à la fois.',
  },
  en: {
    title: 'Register colleagues',
    team: 'The team',
    teamHelp: 'Those of your centre who are not registered yet.',
    teamNone: 'Your whole team is registered.',
    anyone: 'People',
    anyoneHelp: 'Those, of any centre, who are not registered yet.',
    anyoneNone: 'There is nobody left to register here.',
    centre: 'Centre',
    anyCentre: 'All centres',
    search: 'Search by name',
    nobody: 'Nobody matches.',
    chosen: '{count, plural, one {# person chosen} other {# people chosen}}',
    remove: 'Remove {name}',
    peopleNeeded: 'Choose at least one person.',
    peopleMost: 'Fifty people at most at a time.',
  },
})
