import { useClient } from 'urql'
import { graphql } from '@/app/graphql'
import { enqueue, useOutbox, type Pending } from '@/app/outbox'
import { useViewer } from '@/app/session'
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

/** What a waiting write would make of the support; undefined when it is about something else. */
function wanted(write: Pending, viewerId: string, contributionId: string): boolean | undefined {
  if (write.viewerId !== viewerId || write.input.contributionId !== contributionId) return undefined
  if (write.mutation.includes('unsupportContribution(')) return false
  return write.mutation.includes('supportContribution(') ? true : undefined
}

/** The reader's support, as it will be once what waits on this device has been sent: it answers at once. */
export function useSupport(contribution: Supported): {
  isSupported: boolean
  count: number
  isWaiting: boolean
  toggle: () => void
} {
  const t = useWords(contributionWords)
  const client = useClient()
  const viewer = useViewer()
  const { waiting } = useOutbox()
  const { id, title, supportCount, viewerSupported } = contribution
  const last = waiting.map((write) => wanted(write, viewer.id, id)).findLast((wish) => wish !== undefined)
  const isSupported = last ?? viewerSupported
  return {
    isSupported,
    count: supportCount + Number(isSupported) - Number(viewerSupported),
    isWaiting: last !== undefined,
    toggle: () =>
      void enqueue(client, {
        viewerId: viewer.id,
        label: t(isSupported ? 'outboxUnsupport' : 'outboxSupport', { title }),
        mutation: isSupported ? unsupportMutation : supportMutation,
        input: { contributionId: id },
      }),
  }
}
