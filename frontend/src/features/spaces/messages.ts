import { words } from '@/i18n/words'

/** The spaces of a gathering: the sheet on a door, and what its code leads to. */
export const spaceWords = words('spaces', {
  fr: {
    eyebrow: 'Espace',
    seats: '{count, plural, one {# place} other {# places}}',
    none: 'Aucune séance ici pour le moment',
    noneText: 'Rien ne se tient plus dans cet espace aujourd’hui. Le forum dit où aller.',
    seeForum: 'Voir le forum',
    seeGathering: 'Voir la rencontre',
    posters: 'Affiches des espaces',
    postersLead:
      'Une feuille par espace, à mettre sur sa porte. Le code mène à la séance qui s’y tient, ou à la prochaine.',
    print: 'Imprimer',
    scan: 'Vous entrez ? Scannez, et dites que vous y êtes.',
    postersNone: 'Cette rencontre n’a pas d’espace sur le tableau',
    postersNoneText: 'Les affiches paraîtront ici dès que le forum aura ses espaces.',
  },
  en: {
    eyebrow: 'Space',
    seats: '{count, plural, one {# seat} other {# seats}}',
    none: 'No session here for now',
    noneText: 'Nothing more is held in this space today. The forum says where to go.',
    seeForum: 'See the forum',
    seeGathering: 'See the gathering',
    posters: 'Posters of the spaces',
    postersLead:
      'One sheet for each space, to be put on its door. Its code leads to the session that is on there, or to the next.',
    print: 'Print',
    scan: 'Coming in? Scan, and say that you are here.',
    postersNone: 'This gathering has no space on the board',
    postersNoneText: 'The posters appear here once the forum has its spaces.',
  },
})
