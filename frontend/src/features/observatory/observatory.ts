import { graphql, type ResultOf } from '@/app/graphql'

export const observatoryQuery = graphql(`
  query Observatory($period: PeriodInput!, $themeId: ID) {
    observatory(period: $period, themeId: $themeId) {
      startsOn
      endsOn
      workingGroupsByState {
        state
        count
      }
      jointProjectsByState {
        state
        count
      }
      centres {
        centreId
        name
        shortName
        region
        latitude
        longitude
        tieCount
        weight
      }
      ties {
        centreId
        otherCentreId
        factCount
        weight
      }
      measures {
        code
        value
        before
      }
      forums {
        forumId
        gatheringId
        name
        startsOn
        fates {
          fate
          count
        }
      }
    }
    centres(first: 100) {
      nodes {
        id
        shortName
        name
        regions
      }
      totalCount
    }
  }
`)

/** The ties of the period before, to tell what is new and what was lost. */
export const tiesBeforeQuery = graphql(`
  query TiesBefore($period: PeriodInput!, $themeId: ID) {
    observatory(period: $period, themeId: $themeId) {
      startsOn
      endsOn
      centres {
        centreId
        shortName
        name
      }
      ties {
        centreId
        otherCentreId
        factCount
        weight
      }
    }
  }
`)

export type Observatory = NonNullable<ResultOf<typeof observatoryQuery>['observatory']>
export type TiesBefore = NonNullable<ResultOf<typeof tiesBeforeQuery>['observatory']>
export type NetworkCentre = ResultOf<typeof observatoryQuery>['centres']['nodes'][number]
export type ForumFates = Observatory['forums'][number]
export type Fate = ForumFates['fates'][number]['fate']
export type Measure = Observatory['measures'][number]
export type MeasureCode = Measure['code']

/** How far a topic may come, each among those of the step before; WITHDRAWN goes nowhere. */
export const fateSteps = [
  'PROPOSED',
  'HELD',
  'HARVESTED',
  'WORKING_GROUP',
  'JOINT_PROJECT',
  'COMPLETED',
] as const satisfies readonly Fate[]

/** Every fate of a step and of those after it: what « at least so far » means. */
export function fatesFrom(step: Fate): Fate[] {
  const at = fateSteps.findIndex((fate) => fate === step)
  return at === -1 ? [step] : at === 0 ? ['WITHDRAWN', ...fateSteps] : fateSteps.slice(at)
}

/** How many topics of a forum have come at least so far. */
export function reached(forum: ForumFates, step: Fate): number {
  const wanted = fatesFrom(step)
  return forum.fates.reduce((sum, { fate, count }) => (wanted.includes(fate) ? sum + count : sum), 0)
}
