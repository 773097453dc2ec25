/** An answer to the Session query: a mission officer, unless told otherwise. */
export function sessionAnswer(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    viewer: {
      __typename: 'Viewer',
      id: 'viewer',
      language: 'FR',
      networkRole: 'NONE',
      viewerCanCreateGathering: false,
      viewerCanRequestWorkingGroup: true,
      viewerCanDraftJointProject: false,
      viewerCanAdminister: false,
      staffMember: {
        __typename: 'StaffMember',
        id: 'person',
        name: 'Nadia Berthelot',
        givenName: 'Nadia',
        job: 'MISSION_OFFICER',
        centre: {
          __typename: 'Centre',
          id: 'centre',
          name: 'Résovilles',
          shortName: 'Résovilles',
          timeZone: 'Europe/Paris',
        },
      },
      ...changes,
    },
  }
}
