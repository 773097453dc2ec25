import { words } from '@/i18n/words'

/** The words of two texts written at once. */
export const conflictWords = words('uiConflict', {
  fr: {
    conflictTitle: 'Quelqu’un a modifié ce texte entre-temps',
    conflictText:
      "Rien n'est perdu : voici les deux versions. Choisissez celle à garder, ou reprenez la vôtre pour les réunir.",
    conflictMine: 'Votre version',
    conflictTheirs: 'La version enregistrée',
    keepMine: 'Reprendre ma version',
    takeTheirs: 'Garder la version enregistrée',
  },
  en: {
    conflictTitle: 'Someone changed this text in the meantime',
    conflictText:
      'Nothing is lost: here are both versions. Choose the one to keep, or go back to yours to bring them together.',
    conflictMine: 'Your version',
    conflictTheirs: 'The saved version',
    keepMine: 'Go back to my version',
    takeTheirs: 'Keep the saved version',
  },
})
