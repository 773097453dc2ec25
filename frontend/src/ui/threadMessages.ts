import { words } from '@/i18n/words'

/** The words of the thread, wherever it is drawn. */
export const threadUiWords = words('uiThread', {
  fr: {
    threadLabel: 'Le fil : d’où cela vient et ce que c’est devenu',
    threadHere: 'Vous êtes ici',
    threadFrom: 'Vient de : {titles}',
    threadInto: 'Devenu : {titles}',
    threadOpen: 'Voir tout le fil',
    threadGathering: 'Rencontre',
    threadLiveQuestion: 'Question posée',
    threadContribution: 'Pépite ou question',
    threadTopic: 'Sujet',
    threadSession: 'Séance',
    threadHarvest: 'Récolte',
    threadVote: 'Vote',
    threadGroup: 'Groupe de travail',
    threadProject: 'Projet commun',
    threadNotYet: 'La suite reste à écrire',
  },
  en: {
    threadLabel: 'The thread: where it comes from and what it became',
    threadHere: 'You are here',
    threadFrom: 'Comes from: {titles}',
    threadInto: 'Became: {titles}',
    threadOpen: 'See the whole thread',
    threadGathering: 'Gathering',
    threadLiveQuestion: 'Question asked',
    threadContribution: 'Pépite or question',
    threadTopic: 'Topic',
    threadSession: 'Session',
    threadHarvest: 'Harvest',
    threadVote: 'Vote',
    threadGroup: 'Working group',
    threadProject: 'Joint project',
    threadNotYet: 'What comes next is still to be written',
  },
})
