// A project as the server tells it, for tests.

export const lead = { __typename: 'Centre', id: 'lead', name: 'Résovilles', shortName: 'Résovilles' }
export const own = { __typename: 'Centre', id: 'centre', name: 'ORIV', shortName: 'ORIV' }
export const other = { __typename: 'Centre', id: 'other', name: 'Labo Cités', shortName: 'Labo Cités' }

export function sampleTerms(changes: Record<string, unknown> = {}) {
  const version = typeof changes.version === 'number' ? changes.version : 1
  return {
    __typename: 'Commitment',
    id: `terms-${version}`,
    version,
    personDays: 10,
    money: 2000,
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    conditions: '',
    proposedAt: '2025-12-01T09:00:00Z',
    signedAt: null,
    signedBy: null,
    ...changes,
  }
}

export const signed = {
  signedAt: '2025-12-05T09:00:00Z',
  signedBy: { __typename: 'StaffMember', id: 'signer', name: 'Farida Benhaddou' },
}

/** A centre's part; its terms are named after it, so that two centres never share them. */
export function samplePart(
  id: string,
  changes: Record<string, unknown> & { terms?: ReturnType<typeof sampleTerms>[] } = {},
) {
  const { terms = [sampleTerms()], ...rest } = changes
  const named = terms.map((one) => ({ ...one, id: `${id}-${one.id}` }))
  return {
    __typename: 'Partnership',
    id,
    role: 'PARTNER',
    state: 'INVITED',
    version: 1,
    invitedAt: '2025-12-01T09:00:00Z',
    answeredAt: null,
    answerNote: '',
    centreLoad: null,
    viewerCanSign: false,
    viewerCanWithdraw: false,
    centre: other,
    answeredBy: null,
    commitment: named[0]!,
    commitments: named,
    ...rest,
  }
}

export function sampleProject(changes: Record<string, unknown> = {}) {
  return {
    __typename: 'JointProject',
    id: 'project',
    title: 'Guide commun « associer les familles »',
    purpose: 'Rassembler ce qui marche.',
    expectedResults: 'Un guide.',
    state: 'CONSULTATION',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    minimumPartners: 2,
    signedCount: 0,
    partnerCount: 2,
    totalPersonDays: 30,
    totalMoney: 6000,
    health: 'AT_RISK',
    healthFacts: [{ __typename: 'HealthFact', code: 'UNSIGNED', since: '2025-12-22', count: 2 }],
    closingNote: '',
    createdAt: '2025-11-20T09:00:00Z',
    lastActivityAt: '2025-12-01T09:00:00Z',
    version: 3,
    allowedTransitions: [],
    viewerCanEdit: false,
    viewerCanManagePartners: false,
    viewerCanSend: false,
    viewerCanCommit: false,
    viewerCanManageTeam: false,
    viewerCanPostStatusReport: false,
    leadCentre: lead,
    themes: [{ __typename: 'Theme', id: 'theme', labelFr: 'Éducation', labelEn: 'Education' }],
    partnerships: [
      samplePart('lead-part', {
        centre: lead,
        role: 'LEAD',
        state: 'ACCEPTED',
        terms: [sampleTerms(signed)],
      }),
      samplePart('own-part', { centre: own, viewerCanSign: true, centreLoad: 15 }),
      samplePart('other-part'),
    ],
    viewerPartnership: { __typename: 'Partnership', id: 'own-part', viewerCanSign: true },
    team: [
      {
        __typename: 'TeamMember',
        id: 'member',
        role: 'LEAD',
        since: '2025-11-20T09:00:00Z',
        staffMember: {
          __typename: 'StaffMember',
          id: 'thierry',
          name: 'Thierry Kervadec',
          job: 'DIRECTOR',
          centre: lead,
        },
      },
    ],
    originTopic: null,
    originWorkingGroup: { __typename: 'WorkingGroup', id: 'group', name: 'Familles et école' },
    ...changes,
  }
}

/** A page of any list. */
export function samplePage(type: string, nodes: object[], pageInfo: Record<string, unknown> = {}) {
  return {
    __typename: `${type}Connection`,
    nodes,
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null, ...pageInfo },
    totalCount: nodes.length,
  }
}

/** What the page asks beside the project. */
export const around = {
  ObjectThread: {
    thread: {
      __typename: 'Thread',
      nodes: [
        {
          __typename: 'ThreadNode',
          kind: 'WORKING_GROUP',
          id: 'group',
          title: 'Familles et école',
          state: 'ACTIVE',
          at: '2025-06-01T09:00:00Z',
        },
        {
          __typename: 'ThreadNode',
          kind: 'JOINT_PROJECT',
          id: 'project',
          title: 'Guide commun « associer les familles »',
          state: 'CONSULTATION',
          at: '2025-11-20T09:00:00Z',
        },
      ],
      edges: [{ __typename: 'ThreadEdge', from: 0, to: 1 }],
    },
  },
  ThemeOptions: {
    themes: [{ __typename: 'Theme', id: 'theme', labelFr: 'Éducation', labelEn: 'Education' }],
  },
  CentreOptions: {
    centres: samplePage('Centre', [
      { ...lead, city: 'Nantes' },
      { ...own, city: 'Strasbourg' },
      { ...other, city: 'Lyon' },
    ]),
  },
}
