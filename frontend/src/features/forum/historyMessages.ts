import { words } from '@/i18n/words'

/** The former texts of a harvest, and what each hand changed. */
export const historyWords = words('harvestHistory', {
  fr: {
    revision: 'Version {version}, par {name}',
    revisionNow: 'Version {version}, celle qui se lit, par {name}',
    differences: 'Montrer ce qui a changé',
    same: 'Rien n’a changé dans les quatre champs.',
    added: 'ajouté :',
    gone: 'retiré :',
  },
  en: {
    revision: 'Version {version}, by {name}',
    revisionNow: 'Version {version}, the one that stands, by {name}',
    differences: 'Show what has changed',
    same: 'Nothing has changed in the four fields.',
    added: 'added:',
    gone: 'removed:',
  },
})
