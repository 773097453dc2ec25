/** Answers of the server for the tests of what shows groups. */

export function samplePerson(id: string, name: string, centre: string | null = 'Labo Cités') {
  return {
    __typename: 'StaffMember',
    id,
    name,
    job: 'MISSION_OFFICER',
    centre: centre === null ? null : { __typename: 'Centre', id: `centre-${centre}`, shortName: centre },
  }
}

export function sampleMembership(changes: Record<string, unknown> = {}) {
  return {
    __typename: 'Membership',
    id: 'membership',
    state: 'MEMBER',
    role: 'LEAD',
    since: '2026-01-12T09:00:00Z',
    viewerCanAdmit: false,
    viewerCanSetRole: true,
    staffMember: samplePerson('malik', 'Malik Ouedraogo'),
    ...changes,
  }
}

export function sampleMilestone(changes: Record<string, unknown> = {}) {
  return {
    __typename: 'Milestone',
    id: 'milestone',
    title: 'Liste des donneurs d’ordre',
    dueOn: '2026-11-12',
    firstDueOn: null,
    state: 'PLANNED',
    doneAt: null,
    overdue: true,
    version: 1,
    ...changes,
  }
}

export function sampleUpdate(changes: Record<string, unknown> = {}) {
  return {
    __typename: 'Update',
    id: 'update',
    text: 'Cinq réponses sur huit.',
    health: 'ON_TRACK',
    createdAt: '2026-11-10T09:00:00Z',
    correctedAt: null,
    version: 1,
    viewerCanCorrect: false,
    author: samplePerson('malik', 'Malik Ouedraogo'),
    revisions: [],
    ...changes,
  }
}

export function sampleEvent(changes: Record<string, unknown> = {}) {
  return {
    __typename: 'Event',
    id: '1',
    at: '2026-11-09T09:00:00Z',
    verb: 'MEMBER_JOINED',
    from: null,
    to: 'MEMBER',
    excerpt: '',
    objectKind: 'WORKING_GROUP',
    objectId: 'group',
    actor: samplePerson('rokia', 'Rokia Fofana'),
    object: { __typename: 'WorkingGroup', id: 'group', name: 'Clauses sociales' },
    ...changes,
  }
}

/** A group at work, of which the viewer is nothing, unless the test says otherwise. */
export function sampleGroup(changes: Record<string, unknown> = {}) {
  const milestone = sampleMilestone()
  return {
    __typename: 'WorkingGroup',
    id: 'group',
    name: 'Clauses sociales',
    purpose: 'Faire des chantiers une occasion d’emploi.',
    state: 'ACTIVE',
    admission: 'OPEN',
    version: 3,
    health: 'AT_RISK',
    healthFacts: [{ __typename: 'HealthFact', code: 'OVERDUE_MILESTONES', since: '2026-11-12', count: 1 }],
    memberCount: 8,
    centreCount: 7,
    createdAt: '2026-01-12T09:00:00Z',
    lead: sampleMembership(),
    nextMilestone: milestone,
    milestones: [milestone],
    lastUpdate: { __typename: 'Update', id: 'update', createdAt: '2026-11-10T09:00:00Z', health: 'ON_TRACK' },
    viewerMembership: null,
    themes: [{ __typename: 'Theme', id: 'theme', labelFr: 'Emploi', labelEn: 'Work' }],
    originTopic: { __typename: 'Topic', id: 'topic', title: 'Que restera-t-il des clauses ?' },
    jointProjects: [],
    mergedInto: null,
    closingNote: '',
    allowedTransitions: [],
    viewerCanEdit: false,
    viewerCanJoin: true,
    viewerCanLeave: false,
    viewerCanAccept: false,
    viewerCanInvite: false,
    viewerCanPostUpdate: false,
    viewerCanManageMilestones: false,
    viewerCanDraftJointProject: false,
    ...changes,
  }
}

/** One page of a list. */
export function samplePage(
  type: string,
  nodes: readonly object[],
  { hasNextPage = false, endCursor = null as string | null } = {},
) {
  return {
    __typename: `${type}Connection`,
    nodes,
    pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor },
    totalCount: nodes.length,
  }
}
