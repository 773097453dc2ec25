import { graphql, type ResultOf } from '@/app/graphql'

/** What a room looks at. It is asked for with the secret of the page's address, by nobody in particular. */
export const wallQuery = graphql(`
  query Wall($token: String!) {
    wall(token: $token) {
      gathering
      city
      timeZone
      at
      forumId
      phase
      agenda {
        title
        kind
        startsAt
        endsAt
        space
      }
      onStage {
        item
        text
        votes
      }
      spotlightId
      slots {
        id
        label
        startsAt
        endsAt
      }
      spaces {
        id
        name
      }
      topics {
        id
        title
        state
        slotId
        spaceId
        stars
        here
        dots
      }
      counters {
        topics
        stars
        running
        held
        harvests
        dots
        people
      }
    }
  }
`)

export const wallMoved = graphql(`
  subscription WallMoved($token: String!) {
    wallMoved(token: $token) {
      moved
    }
  }
`)

export type Wall = NonNullable<ResultOf<typeof wallQuery>['wall']>
export type WallQuestion = NonNullable<Wall['onStage']>
export type WallTopic = Wall['topics'][number]
export type WallSlot = Wall['slots'][number]
