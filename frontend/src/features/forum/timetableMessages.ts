import { words } from '@/i18n/words'

/** A timetable that is proposed, explained, and applied or left. */
export const timetableWords = words('timetable', {
  fr: {
    title: 'Une grille proposée',
    lead: 'Rien n’est encore écrit. Les séances déjà placées restent où elles sont.',
    looking: 'La grille se calcule',
    nothing: 'Rien à placer',
    nothingText: 'Aucun sujet porté n’attend, ou il ne reste pas de case libre dans les créneaux à venir.',
    placed: '{count, plural, one {# sujet trouve sa place} other {# sujets trouvent leur place}}',
    unplaced: '{count, plural, one {# sujet reste sans place} other {# sujets restent sans place}}',
    losses: 'Séances voulues et manquées',
    lossesHelp:
      'Une personne et un sujet qu’elle voulait : sans place, ou en même temps qu’un autre de ses choix.',
    now: 'Tableau actuel',
    inOrder: 'Dans l’ordre de la file',
    proposed: 'Cette grille',
    board: 'La grille',
    new: 'Nouveau',
    stays: 'Déjà placé',
    interested:
      '{count, plural, one {# personne intéressée} other {# personnes intéressées}} : {free, plural, =0 {personne n’est libre} one {# libre} other {# libres}}',
    torn: '{count, plural, one {# devra choisir} other {# devront choisir}}',
    tornWith:
      '{count, plural, one {# devra choisir, surtout avec « {title} »} other {# devront choisir, surtout avec « {title} »}}',
    room: 'Salle assez grande ({seats})',
    roomShort: '{count, plural, one {Il manque # place} other {Il manque # places}} ({seats})',
    emptyCells: '{count, plural, one {# case reste libre} other {# cases restent libres}}',
    left: 'Restent dans la file',
    apply: 'Appliquer la grille',
    applied: '{count, plural, one {# sujet est placé} other {# sujets sont placés}}',
    leave: 'Ne rien changer',
    passed: 'Le tableau a changé entre-temps : voici une nouvelle proposition.',
  },
  en: {
    title: 'A proposed timetable',
    lead: 'Nothing has been written yet. Sessions already placed stay where they are.',
    looking: 'The timetable is being worked out',
    nothing: 'Nothing to place',
    nothingText: 'No convened topic waits, or no cell is free in the slots to come.',
    placed: '{count, plural, one {# topic gets its place} other {# topics get their place}}',
    unplaced: '{count, plural, one {# topic stays without a place} other {# topics stay without a place}}',
    losses: 'Sessions wanted and missed',
    lossesHelp:
      'A person and a topic they wanted: without a place, or at the same time as another of their choices.',
    now: 'Board as it stands',
    inOrder: 'In the order of the queue',
    proposed: 'This timetable',
    board: 'The timetable',
    new: 'New',
    stays: 'Already placed',
    interested:
      '{count, plural, one {# person interested} other {# people interested}}: {free, plural, =0 {nobody is free} one {# free} other {# free}}',
    torn: '{count, plural, one {# will have to choose} other {# will have to choose}}',
    tornWith:
      '{count, plural, one {# will have to choose, mostly with “{title}”} other {# will have to choose, mostly with “{title}”}}',
    room: 'Room large enough ({seats})',
    roomShort: '{count, plural, one {# seat short} other {# seats short}} ({seats})',
    emptyCells: '{count, plural, one {# cell stays free} other {# cells stay free}}',
    left: 'Stay in the queue',
    apply: 'Apply the timetable',
    applied: '{count, plural, one {# topic is placed} other {# topics are placed}}',
    leave: 'Change nothing',
    passed: 'The board has changed meanwhile: here is a new proposal.',
  },
})
