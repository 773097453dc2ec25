import { graphql, type FragmentOf } from '@/app/graphql'

/** The viewer's own registration, as the page of the gathering shows it and its form edits it. */
export const ownRegistration = graphql(`
  fragment OwnRegistration on Registration @_unmask {
    id
    state
    days
    needs
    waitingPlace
    placeAnswer
    version
    viewerCanEdit
    viewerCanWithdraw
    viewerReadsNeeds
  }
`)
export type OwnRegistration = FragmentOf<typeof ownRegistration>

export const registerMutation = graphql(
  `
    mutation RegisterMyself($input: RegisterMyselfInput!) {
      registerMyself(input: $input) {
        registration {
          ...OwnRegistration
        }
        gathering {
          id
          registeredCount
          waitingCount
          viewerCanRegister
          viewerRegistration {
            id
          }
        }
      }
    }
  `,
  [ownRegistration],
)

export const registerColleaguesMutation = graphql(`
  mutation RegisterColleagues($input: RegisterColleaguesInput!) {
    registerColleagues(input: $input) {
      registrations {
        id
        state
      }
      gathering {
        id
        registeredCount
        waitingCount
      }
    }
  }
`)

export const editRegistrationMutation = graphql(
  `
    mutation EditRegistration($input: EditRegistrationInput!) {
      editRegistration(input: $input) {
        registration {
          ...OwnRegistration
        }
      }
    }
  `,
  [ownRegistration],
)

export const withdrawMutation = graphql(
  `
    mutation WithdrawRegistration($input: WithdrawRegistrationInput!) {
      withdrawRegistration(input: $input) {
        registration {
          ...OwnRegistration
        }
        gathering {
          id
          registeredCount
          waitingCount
          viewerCanRegister
        }
      }
    }
  `,
  [ownRegistration],
)

/** The days between two, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}
