import { words } from '@/i18n/words'

/** The words around what is shown once. */
export const secretWords = words('secret', {
  fr: {
    copy: 'Copier',
    copied: 'Copié',
    copyFailed: "La copie n'a pas fonctionné : sélectionnez le texte et copiez-le.",
  },
  en: {
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Copying did not work: select the text and copy it.',
  },
})
