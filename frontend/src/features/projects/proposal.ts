import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import type { Say } from '@/i18n/useWords'
import { conditionsSchema, daysSchema, moneySchema } from './components/PartFields'
import { isInOrder, proposalEntries, type ProposalText } from './components/ProposalFields'
import { partnerRoles } from './project'
import type { proposalWords } from './proposalMessages'
import type { termsWords } from './termsMessages'

export const steps = ['projet', 'part', 'centres', 'relecture'] as const
export type Step = (typeof steps)[number]

/** What is asked of one centre, as it is typed. */
export interface PartnerDraft {
  centreId: string | null
  role: (typeof partnerRoles)[number]
  personDays: number | null
  money: number | null
  conditions: string
}

export interface ProposalDraft extends ProposalText {
  personDays: number | null
  money: number | null
  partners: PartnerDraft[]
  /** The draft on the server, once it is there and some centre could not be added to it. */
  projectId: string
}

/** The fields of each step: what is checked before going on. */
export const fieldsOf: Record<Step, readonly (keyof ProposalDraft)[]> = {
  projet: ['title', 'purpose', 'expectedResults', 'themeIds'],
  part: ['startsOn', 'endsOn', 'minimumPartners', 'personDays', 'money'],
  centres: ['partners'],
  relecture: [],
}

export const newPartner: PartnerDraft = {
  centreId: null,
  role: 'PARTNER',
  personDays: null,
  money: null,
  conditions: '',
}

export const emptyProposal: ProposalDraft = {
  title: '',
  purpose: '',
  expectedResults: '',
  themeIds: [],
  startsOn: '',
  endsOn: '',
  minimumPartners: 2,
  personDays: null,
  money: null,
  partners: [],
  projectId: '',
}

export function proposalSchema(
  t: Say<(typeof proposalWords)['keys'][number]>,
  tTerms: Say<(typeof termsWords)['keys'][number]>,
) {
  return v.pipe(
    v.object({
      ...proposalEntries(t),
      personDays: daysSchema(tTerms),
      money: moneySchema(tTerms),
      partners: v.array(
        v.object({
          centreId: v.pipe(
            v.nullable(v.string()),
            v.string(tTerms('centreNeeded')),
            v.nonEmpty(tTerms('centreNeeded')),
          ),
          role: v.picklist(partnerRoles),
          personDays: daysSchema(tTerms),
          money: moneySchema(tTerms),
          conditions: conditionsSchema(tTerms),
        }),
      ),
      projectId: v.string(),
    }),
    v.forward(v.partialCheck([['startsOn'], ['endsOn']], isInOrder, t('endBeforeStart')), ['endsOn']),
  )
}

export type Proposal = v.InferOutput<ReturnType<typeof proposalSchema>>

export const draftMutation = graphql(`
  mutation DraftJointProject($input: DraftJointProjectInput!) {
    draftJointProject(input: $input) {
      jointProject {
        id
      }
    }
  }
`)

export const originQuery = graphql(`
  query ProjectOrigin($id: ID!, $isKnown: Boolean!, $drafts: Boolean!) {
    topic(id: $id) @include(if: $isKnown) {
      id
      title
      description
      themes {
        id
      }
    }
    contribution(id: $id) @include(if: $isKnown) {
      id
      title
      context
      done
      viewerCanDraftJointProject
      themes {
        id
      }
    }
    workingGroup(id: $id) @include(if: $isKnown) {
      id
      name
      purpose
      viewerCanDraftJointProject
      themes {
        id
      }
      members(filter: { states: [MEMBER] }, first: 100) {
        nodes {
          id
          staffMember {
            id
            centre {
              id
              shortName
            }
          }
        }
      }
    }
    jointProjects(filter: { states: [DRAFT], mine: true }, first: 5) @include(if: $drafts) {
      nodes {
        id
        title
        lastActivityAt
      }
    }
  }
`)
