import { words } from '@/i18n/words'

/** Keeping a place that has come free, or giving it back; loaded with the first such request. */
export const placeWords = words('task-place', {
  fr: {
    keep: 'Je garde ma place',
    kept: 'Votre place à « {name} » est gardée.',
    give: 'Je la rends',
    giveTitle: 'Rendre ma place',
    giveText:
      'Votre place à « {name} » revient à la première personne de la liste d’attente. Vous pourrez vous réinscrire, sans la reprendre pour autant.',
    given: 'Votre place est rendue.',
  },
  en: {
    keep: 'I keep my place',
    kept: 'Your place at “{name}” is kept.',
    give: 'I give it back',
    giveTitle: 'Give my place back',
    giveText:
      'Your place at “{name}” goes to whoever is first on the waiting list. You may register again, but not take it back.',
    given: 'Your place is given back.',
  },
})
