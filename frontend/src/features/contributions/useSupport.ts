import { graphql } from '@/app/graphql'
import { useToggle, type Toggle } from '@/app/toggle'
import { useWords } from '@/i18n/useWords'
import type { CardContribution } from './contribution'
import { contributionWords } from './messages'

const supportMutation = graphql(`
  mutation SupportContribution($input: SupportContributionInput!) {
    supportContribution(input: $input) {
      contribution {
        id
        supportCount
        viewerSupported
      }
    }
  }
`)

const unsupportMutation = graphql(`
  mutation UnsupportContribution($input: UnsupportContributionInput!) {
    unsupportContribution(input: $input) {
      contribution {
        id
        supportCount
        viewerSupported
      }
    }
  }
`)

export type Supported = Pick<
  CardContribution,
  'id' | 'title' | 'supportCount' | 'viewerSupported' | 'viewerCanSupport'
>

/** The reader's support, and how many a contribution has with it. */
export function useSupport(contribution: Supported): Toggle {
  const t = useWords(contributionWords)
  const { id, title, supportCount, viewerSupported } = contribution
  return useToggle({
    about: `support:${id}`,
    isOn: viewerSupported,
    count: supportCount,
    label: (isSupported) => t(isSupported ? 'outboxSupport' : 'outboxUnsupport', { title }),
    on: supportMutation,
    off: unsupportMutation,
    input: { contributionId: id },
  })
}
