import { words } from '@/i18n/words'

/** Registering for a gathering, on its own page and in the forms that open there. */
export const registrationWords = words('registration', {
  fr: {
    title: 'Inscriptions',
    counted:
      '{count, plural, =0 {Personne pour le moment} one {# personne inscrite} other {# personnes inscrites}}',
    countedOf:
      '{count, plural, one {# personne inscrite} other {# personnes inscrites}} pour {capacity, plural, one {# place} other {# places}}',
    waiting: '{count, plural, one {# personne en attente} other {# personnes en attente}}',
    'state.REGISTERED': 'Inscription faite',
    'state.WAITING': 'En attente',
    'state.WITHDRAWN': 'Désinscription faite',
    youCome: 'Vous venez : {days}.',
    youCame: 'Vous étiez de la rencontre : {days}.',
    youWait:
      "Vous êtes à la place {place} de la liste d'attente, pour : {days}. Une place qui se libère vous revient d'elle-même.",
    noDay: 'Les dates de la rencontre ont changé : dites quels jours vous venez. Votre place est gardée.',
    full: "La rencontre est complète : vous serez sur la liste d'attente.",
    register: "S'inscrire",
    registerTitle: "S'inscrire à la rencontre",
    edit: 'Changer',
    editLabel: "Changer l'inscription de {name}",
    editMine: 'Changer mon inscription',
    editTitle: "L'inscription de {name}",
    withdraw: 'Se désinscrire',
    withdrawText:
      'Votre place revient à la première personne de la liste d’attente. Vous pourrez vous réinscrire, sans la reprendre pour autant.',
    withdrawOther: 'Désinscrire',
    withdrawOtherLabel: 'Désinscrire {name}',
    withdrawOtherText: 'La place de {name} revient à la première personne de la liste d’attente.',
    participants: 'Participants',
    desk: 'Émargement',
    colleagues: 'Inscrire des collègues',
    days: 'Jours de présence',
    daysNeeded: 'Choisissez au moins un jour.',
    needs: 'Besoins particuliers',
    needsHelp:
      'Régime, accès, transport… Lus par vous, par celles et ceux qui organisent, et par qui vous inscrit dans votre centre.',
    long: 'Trop long.',
    save: 'Enregistrer',
    saved: 'Inscription enregistrée.',
    done: "C'est noté, à bientôt !",
    doneWaiting: "Vous êtes sur la liste d'attente.",
    withdrawn: 'Désinscription enregistrée.',
    colleaguesDone:
      '{count, plural, one {# personne inscrite} other {# personnes inscrites}}{waiting, plural, =0 {} one {, # en attente} other {, # en attente}}.',
  },
  en: {
    title: 'Registration',
    counted: '{count, plural, =0 {Nobody for now} one {# person registered} other {# people registered}}',
    countedOf:
      '{count, plural, one {# person registered} other {# people registered}} for {capacity, plural, one {# place} other {# places}}',
    waiting: '{count, plural, one {# person waiting} other {# people waiting}}',
    'state.REGISTERED': 'Registered',
    'state.WAITING': 'Waiting',
    'state.WITHDRAWN': 'Withdrawn',
    youCome: 'You come: {days}.',
    youCame: 'You were of the gathering: {days}.',
    youWait:
      'You are number {place} on the waiting list, for: {days}. A place that comes free is yours by itself.',
    noDay: 'The dates of the gathering have changed: say which days you come. Your place is kept.',
    full: 'The gathering is full: you will be on the waiting list.',
    register: 'Register',
    registerTitle: 'Register for the gathering',
    edit: 'Change',
    editLabel: 'Change the registration of {name}',
    editMine: 'Change my registration',
    editTitle: 'Registration of {name}',
    withdraw: 'Withdraw',
    withdrawText:
      'Your place goes to the first on the waiting list. You can register again, which does not give it back.',
    withdrawOther: 'Withdraw',
    withdrawOtherLabel: 'Withdraw {name}',
    withdrawOtherText: 'The place of {name} goes to the first on the waiting list.',
    participants: 'Participants',
    desk: 'Desk',
    colleagues: 'Register colleagues',
    days: 'Days of attendance',
    daysNeeded: 'Choose at least one day.',
    needs: 'Special needs',
    needsHelp:
      'A diet, an access, transport… Read by you, by those who run the gathering, and by who registers you in your centre.',
    long: 'Too long.',
    save: 'Save',
    saved: 'Registration saved.',
    done: 'Noted, see you there!',
    doneWaiting: 'You are on the waiting list.',
    withdrawn: 'Withdrawn.',
    colleaguesDone:
      '{count, plural, one {# person registered} other {# people registered}}{waiting, plural, =0 {} one {, # waiting} other {, # waiting}}.',
  },
})
