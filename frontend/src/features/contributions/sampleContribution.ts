/** A contribution as the server answers it, for the tests of this feature. */
export function sampleContribution(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    __typename: 'Contribution',
    id: 'pepite',
    kind: 'PEPITE',
    state: 'PUBLISHED',
    title: 'Maraudes numériques',
    context: 'Deux arrêts de tramway',
    done: 'Un triporteur',
    results: '',
    reuse: '',
    contact: '',
    links: [],
    version: 2,
    supportCount: 3,
    viewerSupported: false,
    commentCount: 0,
    answerCount: 0,
    promisedBy: null,
    promisedFor: null,
    createdAt: '2026-11-20T09:00:00Z',
    publishedAt: '2026-11-20T09:30:00Z',
    presentedAt: null,
    author: {
      __typename: 'StaffMember',
      id: 'malik',
      name: 'Malik Ouedraogo',
      centre: { __typename: 'Centre', id: 'labo', shortName: 'Labo Cités' },
    },
    gathering: {
      __typename: 'Gathering',
      id: 'tours',
      name: 'Rencontre de Tours',
      timeZone: 'Europe/Paris',
      forum: { __typename: 'Forum', id: 'forum' },
    },
    themes: [{ __typename: 'Theme', id: 'theme', labelFr: 'Emploi', labelEn: 'Work' }],
    answers: [],
    viewerAnswer: null,
    viewerCanEdit: false,
    viewerCanPublish: false,
    viewerCanWithdraw: false,
    viewerCanPresent: false,
    viewerCanSupport: true,
    viewerCanComment: true,
    viewerCanAnswer: false,
    viewerCanPromiseAnswer: false,
    viewerCanNamePromiser: false,
    viewerCanProposeTopic: true,
    viewerCanRequestWorkingGroup: false,
    viewerCanDraftJointProject: false,
    ...changes,
  }
}

/** A question with an answer, as its author sees it. */
export function sampleQuestion(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return sampleContribution({
    id: 'question',
    kind: 'QUESTION',
    title: 'Comment faire ?',
    done: '',
    answerCount: 1,
    answers: [sampleAnswer()],
    viewerCanAnswer: true,
    viewerCanPromiseAnswer: true,
    ...changes,
  })
}

export function sampleAnswer(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    __typename: 'ContributionAnswer',
    id: 'answer',
    text: 'Passer par la PMI.',
    createdAt: '2026-11-21T09:00:00Z',
    editedAt: null,
    accepted: false,
    version: 1,
    viewerCanAccept: true,
    author: {
      __typename: 'StaffMember',
      id: 'lea',
      name: 'Léa Schmitt',
      centre: { __typename: 'Centre', id: 'irev', shortName: 'IREV' },
    },
    ...changes,
  }
}

/** A page of a list, as the server answers it. */
export function sampleList(type: string, nodes: object[], pageInfo: object = {}): Record<string, unknown> {
  return {
    __typename: `${type}Connection`,
    nodes,
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null, ...pageInfo },
    totalCount: nodes.length,
  }
}

/** What the form of a contribution chooses among. */
export const sampleChoices = {
  themes: [{ __typename: 'Theme', id: 'theme', labelFr: 'Emploi', labelEn: 'Work' }],
  gatherings: sampleList('Gathering', [
    { __typename: 'Gathering', id: 'toulouse', name: 'Toulouse', state: 'PUBLISHED', viewerCanBring: true },
    { __typename: 'Gathering', id: 'tours', name: 'Tours', state: 'LIVE', viewerCanBring: true },
  ]),
}
