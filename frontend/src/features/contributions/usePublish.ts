import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { contributionPage } from './contribution'

const publishMutation = graphql(
  `
    mutation PublishContribution($input: PublishContributionInput!) {
      publishContribution(input: $input) {
        contribution {
          ...ContributionPage
        }
      }
    }
  `,
  [contributionPage],
)

/** Shows a draft to the network. */
export function usePublish() {
  return useAct(publishMutation)
}
