import { graphql, type ResultOf } from '@/app/graphql'

/** A topic as the wall and the board need it: they look at all of them at once, so it is read whole. */
export const wallTopic = graphql(`
  fragment WallTopic on Topic @_unmask {
    id
    title
    description
    state
    intendedOutcome
    starCount
    viewerStarred
    dotCount
    viewerDots
    fate
    createdAt
    version
    allowedTransitions
    viewerCanTake
    viewerCanStar
    viewerCanMerge
    viewerCanPostpone
    viewerCanPlace
    viewerCanRepeat
    viewerCanUnplace
    viewerCanPitch
    viewerCanStart
    viewerCanHold
    viewerCanCheckIn
    viewerCanCheckOut
    viewerCanWriteHarvest
    viewerCanChaseHarvest
    chasedAt
    viewerCanVote
    viewerCanOpenWorkingGroup
    convener {
      id
      name
      centre {
        id
        shortName
      }
    }
    author {
      id
      name
    }
    forum {
      id
    }
    themes {
      id
      labelFr
      labelEn
    }
    occurrence {
      id
      state
      participantCount
      hereCount
      viewerCheckedIn
      slot {
        id
      }
      space {
        id
      }
    }
    harvest {
      id
      state
      said
      decided
      nextSteps
      carriesOn
    }
    workingGroup {
      id
      name
      state
    }
    mergedInto {
      id
      title
    }
    postponedTo {
      id
      name
    }
  }
`)

/** The sessions of a topic that stand: the board shows each of them. */
export const topicSessions = graphql(`
  fragment TopicSessions on Topic @_unmask {
    id
    sessions {
      id
      state
      participantCount
      hereCount
      viewerCheckedIn
      slot {
        id
      }
      space {
        id
      }
    }
  }
`)

export const forumQuery = graphql(
  `
    query ForumWall($id: ID!) {
      forum(id: $id) {
        id
        name
        phase
        allowedTransitions
        convenersPlace
        dotsPerPerson
        dotsPerCentre
        viewerDotsUsed
        viewerCentreDotsLeft
        voteClosed
        version
        viewerCanPropose
        viewerCanFacilitate
        viewerCanEdit
        viewerCanEditDots
        viewerCanEditSlots
        viewerCanSpotlight
        viewerCanProposeTimetable
        spotlight {
          id
        }
        viewerCanStar
        viewerCanVote
        viewerCanOpenWorkingGroups
        facilitator {
          id
          name
        }
        gathering {
          id
          name
          city
          startsOn
          endsOn
          timeZone
          state
        }
        slots {
          id
          label
          startsAt
          endsAt
          version
        }
        spaces {
          id
          name
          capacity
        }
        topics {
          ...WallTopic
          ...TopicSessions
        }
      }
    }
  `,
  [wallTopic, topicSessions],
)

export type Forum = NonNullable<ResultOf<typeof forumQuery>['forum']>
/** A topic, and on the wall all its sessions beside the one that matters now. */
export type WallTopic = ResultOf<typeof wallTopic> & Partial<Pick<ResultOf<typeof topicSessions>, 'sessions'>>
export type Slot = Forum['slots'][number]
export type Space = Forum['spaces'][number]
export type Phase = Forum['phase']

/** The phases in the order a forum goes through them. */
export const phases = [
  'PREPARATION',
  'COLLECTION',
  'MARKETPLACE',
  'SESSIONS',
  'CONVERGENCE',
  'HARVEST',
  'CLOSED',
] as const satisfies readonly Phase[]

/** How many people a session has: those in the room as long as it is not over, then all who took part. */
export function peopleOf({ state, occurrence }: WallTopic): number {
  if (occurrence === null) return 0
  return state === 'HELD' || state === 'HARVESTED' ? occurrence.participantCount : occurrence.hereCount
}

export function goesBack(from: Phase, to: Phase): boolean {
  return phases.indexOf(to) < phases.indexOf(from)
}
