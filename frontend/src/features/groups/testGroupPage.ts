import { stubClient, type StubAnswer } from '@/test/render'
import {
  sampleEvent,
  sampleGroup,
  sampleMembership,
  samplePage,
  samplePerson,
  sampleUpdate,
} from './sampleGroup'

/** The reader, once in the group. */
export const member = {
  viewerMembership: sampleMembership({ id: 'own', role: 'MEMBER' }),
  viewerCanJoin: false,
}

interface World {
  group: Record<string, unknown>
  updates: object[]
  events: object[]
}

/** A server with one group; what a test changes in `world` is what is read next. */
export function server(changes: Record<string, unknown> = {}, more: Record<string, StubAnswer> = {}) {
  const world: World = { group: sampleGroup(changes), updates: [sampleUpdate()], events: [sampleEvent()] }
  const client = stubClient({
    Group: () => ({ workingGroup: world.group }),
    ObjectThread: { thread: { __typename: 'Thread', nodes: [], edges: [] } },
    GroupStream: () => ({
      workingGroup: {
        __typename: 'WorkingGroup',
        id: 'group',
        updates: samplePage('Update', world.updates),
        events: samplePage('Event', world.events),
      },
    }),
    GroupMembers: () => ({
      workingGroup: {
        ...world.group,
        members: samplePage('Membership', [sampleMembership()]),
        invited: samplePage('Membership', []),
      },
    }),
    GroupApplicants: {
      workingGroup: { __typename: 'WorkingGroup', id: 'group', applicants: samplePage('Membership', []) },
    },
    GroupThemes: { themes: [] },
    PickPeople: {
      staffMembers: samplePage('StaffMember', [samplePerson('lea', 'Léa Schmitt', 'Résovilles')]),
    },
    ...more,
  })
  return { client, world }
}

/** Where the page of the group is. */
export const at = (search = '') => ({ path: '/groupes/$groupId', at: `/groupes/group${search}` })

/** Notes what a mutation is given, and answers. */
export function noting(answer: (input: Record<string, unknown>, times: number) => Record<string, unknown>) {
  const inputs: Record<string, unknown>[] = []
  return {
    inputs,
    answer: (variables: Record<string, unknown>) => {
      const input = variables.input as Record<string, unknown>
      inputs.push(input)
      return answer(input, inputs.length)
    },
  }
}
