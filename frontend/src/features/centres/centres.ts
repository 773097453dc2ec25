import { graphql, type ResultOf } from '@/app/graphql'

/** The page of the list, and the points of the map: all that is found, as far as a map can be read. */
export const centresQuery = graphql(`
  query Centres($filter: CentreFilter, $orderBy: CentreOrder, $first: Int!, $after: String) {
    centres(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      nodes {
        id
        name
        shortName
        city
        regions
        staffCount
        workingGroupCount
        jointProjectCount
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
    onMap: centres(filter: $filter, first: 100) {
      nodes {
        id
        shortName
        city
        regions
        latitude
        longitude
      }
    }
  }
`)

type Answer = ResultOf<typeof centresQuery>
export type CentreSummary = Answer['centres']['nodes'][number]
export type CentrePoint = Answer['onMap']['nodes'][number]
