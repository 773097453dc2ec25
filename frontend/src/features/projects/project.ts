import { graphql, type ResultOf } from '@/app/graphql'
import { projectHealth } from './components/ProjectHealth'

/** One version of what a centre commits to. */
export const commitmentTerms = graphql(`
  fragment CommitmentTerms on Commitment @_unmask {
    id
    version
    personDays
    money
    startsOn
    endsOn
    conditions
    proposedAt
    signedAt
    signedBy {
      id
      name
    }
  }
`)

/** A centre's part in a project, with all that is shown before it is signed. */
export const centrePart = graphql(
  `
    fragment CentrePart on Partnership @_unmask {
      id
      role
      state
      version
      invitedAt
      answeredAt
      answerNote
      centreLoad
      viewerCanSign
      viewerCanWithdraw
      centre {
        id
        name
        shortName
      }
      answeredBy {
        id
        name
      }
      commitment {
        ...CommitmentTerms
      }
      commitments {
        ...CommitmentTerms
      }
    }
  `,
  [commitmentTerms],
)

/** A project as its page needs it: the parts of the page look at one another's. */
export const wholeProject = graphql(
  `
    fragment WholeProject on JointProject @_unmask {
      id
      title
      purpose
      expectedResults
      state
      startsOn
      endsOn
      minimumPartners
      signedCount
      partnerCount
      totalPersonDays
      totalMoney
      closingNote
      createdAt
      version
      allowedTransitions
      viewerCanEdit
      viewerCanManagePartners
      viewerCanSend
      viewerCanCommit
      viewerCanManageTeam
      viewerCanPostStatusReport
      leadCentre {
        id
        name
        shortName
      }
      themes {
        id
        labelFr
        labelEn
      }
      partnerships {
        ...CentrePart
      }
      viewerPartnership {
        id
      }
      team {
        id
        role
        since
        staffMember {
          id
          name
          job
          centre {
            id
            shortName
          }
        }
      }
      originTopic {
        id
        title
      }
      originWorkingGroup {
        id
        name
      }
      ...ProjectHealth
    }
  `,
  [centrePart, projectHealth],
)

export const projectQuery = graphql(
  `
    query JointProject($id: ID!) {
      jointProject(id: $id) {
        ...WholeProject
      }
    }
  `,
  [wholeProject],
)

export type Project = ResultOf<typeof wholeProject>
export type Part = ResultOf<typeof centrePart>
export type Terms = ResultOf<typeof commitmentTerms>
export type PartnerRole = Part['role']

/** The part that a centre other than the lead may have, the closest first. */
export const partnerRoles = ['PARTNER', 'CONTRIBUTOR', 'OBSERVER'] as const satisfies readonly PartnerRole[]

/** The lead's own part. A project always has it. */
export function leadPart(project: Project): Part | undefined {
  return project.partnerships.find(({ role }) => role === 'LEAD')
}

/** The other centres' parts, the lead aside. */
export function partnerParts(project: Project): Part[] {
  return project.partnerships.filter(({ role }) => role !== 'LEAD')
}

/** What the centre has signed last, which may be older than what it is now asked. */
export function signedTerms(part: Part): Terms | undefined {
  return part.commitments.find(({ signedAt }) => signedAt !== null)
}

/**
 * The centre's person-days over the months of a commitment, were it signed: what is signed already, without what this very
 * project would replace.
 */
export function loadWith(part: Part): number | null {
  if (part.centreLoad === null) return null
  const counted = part.state === 'ACCEPTED' || part.state === 'TO_RECONFIRM'
  const replaced = counted ? (signedTerms(part)?.personDays ?? 0) : 0
  return part.centreLoad - replaced + part.commitment.personDays
}

/** Whether two versions ask for the same things. */
export function sameTerms(a: Terms, b: Terms): boolean {
  return (
    a.personDays === b.personDays &&
    a.money === b.money &&
    a.startsOn === b.startsOn &&
    a.endsOn === b.endsOn &&
    a.conditions === b.conditions
  )
}
