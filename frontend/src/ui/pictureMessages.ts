import { words } from '@/i18n/words'

/** The words of what is drawn: pictures of ties, maps, matrices, flows. */
export const pictureWords = words('uiPicture', {
  fr: {
    picture: 'Image',
    table: 'Tableau',
    tie: 'Lien',
    strength: 'Force du lien',
    node: 'Nom',
    ties: 'Liens',
    overseas: 'Outre-mer',
    matrixLess: 'moins',
    matrixMore: 'plus',
    kept: '{percent} de l’étape précédente',
  },
  en: {
    picture: 'Picture',
    table: 'Table',
    tie: 'Tie',
    strength: 'Strength',
    node: 'Name',
    ties: 'Ties',
    overseas: 'Overseas',
    matrixLess: 'less',
    matrixMore: 'more',
    kept: '{percent} of the step before',
  },
})
