import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './graphql-env'

/** Reads an operation or a fragment against schema.graphql: a field that does not exist does not compile. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: {
    ID: string
    /** An instant, RFC 3339 in UTC. */
    Time: string
    /** A calendar day, as 2026-06-25: it belongs to no time zone. */
    Date: string
  }
}>()

export { readFragment } from 'gql.tada'
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada'
