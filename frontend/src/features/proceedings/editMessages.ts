import { words } from '@/i18n/words'

/** Writing the proceedings, for those who run the gathering. */
export const proceedingsEditWords = words('proceedingsEdit', {
  fr: {
    edit: "Écrire l'avant-propos",
    foreword: 'Avant-propos',
    forewordHelp: 'En Markdown : **gras**, listes, liens. 20 000 caractères au plus.',
    long: '20 000 caractères au plus.',
    save: "Enregistrer l'avant-propos",
    saved: "L'avant-propos est enregistré.",
    cancel: 'Annuler',
    draftKept: 'Votre texte reste sur cet appareil tant qu’il n’est pas enregistré.',
    inPublic: 'Dans la partie publique',
    inPublicOf: 'Dans la partie publique : {title}',
    all: 'Tout rendre public',
    nothing: 'Ne rien rendre public',
    chosen: '{count} sur {total} dans la partie publique',
    publicHelp:
      'Rien de ce chapitre n’est public tant que vous ne le choisissez pas. Hors du réseau, on ne lira des personnes que le nom de qui porte un sujet.',
    finalize: 'Rendre les actes définitifs',
    finalizeText:
      'Le document est gardé tel qu’il est : ce qui sera écrit ensuite ne le changera plus, et sa partie publique reçoit une adresse permanente. Personne ne peut revenir en arrière ; une erreur se corrige ensuite par une nouvelle édition.',
    nothingMissing: 'Rien ne manque à ces actes.',
    missing: '{count, plural, one {Une chose manque encore} other {# choses manquent encore}}',
    read: 'J’ai lu ce qui manque, et les actes le diront.',
    finalized: 'Les actes sont définitifs.',
    moved: 'Les actes ont changé entre-temps : relisez ce qui manque, puis confirmez.',
  },
  en: {
    edit: 'Write the foreword',
    foreword: 'Foreword',
    forewordHelp: 'In Markdown: **bold**, lists, links. 20,000 characters at most.',
    long: '20,000 characters at most.',
    save: 'Save the foreword',
    saved: 'The foreword is saved.',
    cancel: 'Cancel',
    draftKept: 'Your text stays on this device until it is saved.',
    inPublic: 'In the public part',
    inPublicOf: 'In the public part: {title}',
    all: 'Make all public',
    nothing: 'Make nothing public',
    chosen: '{count} of {total} in the public part',
    publicHelp:
      'Nothing of this chapter is public unless you choose it. Outside of the network, of people only the names of conveners will be read.',
    finalize: 'Make the proceedings final',
    finalizeText:
      'The document is kept as it is: what is written afterwards changes nothing in it, and its public part gets a permanent address. Nobody can take it back; a mistake is then corrected by a new edition.',
    nothingMissing: 'Nothing is missing in these proceedings.',
    missing: '{count, plural, one {One thing is still missing} other {# things are still missing}}',
    read: 'I have read what is missing, and the proceedings will say so.',
    finalized: 'The proceedings are final.',
    moved: 'The proceedings have changed meanwhile: read again what is missing, then confirm.',
  },
})
