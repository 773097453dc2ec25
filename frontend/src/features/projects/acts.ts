import { graphql } from '@/app/graphql'
import { wholeProject } from './project'

// Every act answers with the project as it then is, so that the page is right before it is asked again.

export const editMutation = graphql(
  `
    mutation EditJointProject($input: EditJointProjectInput!) {
      editJointProject(input: $input) {
        jointProject {
          ...WholeProject
        }
      }
    }
  `,
  [wholeProject],
)

export const proposePartnerMutation = graphql(
  `
    mutation ProposePartner($input: ProposePartnerInput!) {
      proposePartner(input: $input) {
        jointProject {
          ...WholeProject
        }
      }
    }
  `,
  [wholeProject],
)

export const removePartnerMutation = graphql(
  `
    mutation RemovePartner($input: RemovePartnerInput!) {
      removePartner(input: $input) {
        jointProject {
          ...WholeProject
        }
      }
    }
  `,
  [wholeProject],
)

export const sendMutation = graphql(
  `
    mutation SendJointProject($input: SendJointProjectInput!) {
      sendJointProject(input: $input) {
        jointProject {
          ...WholeProject
        }
      }
    }
  `,
  [wholeProject],
)

export const signMutation = graphql(
  `
    mutation SignCommitment($input: SignCommitmentInput!) {
      signCommitment(input: $input) {
        jointProject {
          ...WholeProject
        }
      }
    }
  `,
  [wholeProject],
)

export const declineMutation = graphql(
  `
    mutation DeclineCommitment($input: DeclineCommitmentInput!) {
      declineCommitment(input: $input) {
        jointProject {
          ...WholeProject
        }
      }
    }
  `,
  [wholeProject],
)

export const withdrawMutation = graphql(
  `
    mutation WithdrawCommitment($input: WithdrawCommitmentInput!) {
      withdrawCommitment(input: $input) {
        jointProject {
          ...WholeProject
        }
      }
    }
  `,
  [wholeProject],
)

export const commitMutation = graphql(
  `
    mutation CommitJointProject($input: CommitJointProjectInput!) {
      commitJointProject(input: $input) {
        jointProject {
          ...WholeProject
        }
      }
    }
  `,
  [wholeProject],
)

export const startMutation = graphql(
  `
    mutation StartJointProject($input: StartJointProjectInput!) {
      startJointProject(input: $input) {
        jointProject {
          ...WholeProject
        }
      }
    }
  `,
  [wholeProject],
)

export const suspendMutation = graphql(
  `
    mutation SuspendJointProject($input: SuspendJointProjectInput!) {
      suspendJointProject(input: $input) {
        jointProject {
          ...WholeProject
        }
      }
    }
  `,
  [wholeProject],
)

export const resumeMutation = graphql(
  `
    mutation ResumeJointProject($input: ResumeJointProjectInput!) {
      resumeJointProject(input: $input) {
        jointProject {
          ...WholeProject
        }
      }
    }
  `,
  [wholeProject],
)

export const completeMutation = graphql(
  `
    mutation CompleteJointProject($input: CompleteJointProjectInput!) {
      completeJointProject(input: $input) {
        jointProject {
          ...WholeProject
        }
      }
    }
  `,
  [wholeProject],
)

export const abandonMutation = graphql(
  `
    mutation AbandonJointProject($input: AbandonJointProjectInput!) {
      abandonJointProject(input: $input) {
        jointProject {
          ...WholeProject
        }
      }
    }
  `,
  [wholeProject],
)

export const setTeamMemberMutation = graphql(
  `
    mutation SetTeamMember($input: SetTeamMemberInput!) {
      setTeamMember(input: $input) {
        jointProject {
          ...WholeProject
        }
      }
    }
  `,
  [wholeProject],
)

export const removeTeamMemberMutation = graphql(
  `
    mutation RemoveTeamMember($input: RemoveTeamMemberInput!) {
      removeTeamMember(input: $input) {
        jointProject {
          ...WholeProject
        }
      }
    }
  `,
  [wholeProject],
)

export const postStatusReportMutation = graphql(
  `
    mutation PostStatusReport($input: PostStatusReportInput!) {
      postStatusReport(input: $input) {
        jointProject {
          ...WholeProject
        }
      }
    }
  `,
  [wholeProject],
)
