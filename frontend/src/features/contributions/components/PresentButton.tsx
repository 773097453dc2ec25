import { Mic } from 'lucide-react'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button, type ButtonVariant } from '@/ui/Button'
import { notify } from '@/ui/Toast'
import type { CardContribution } from '../contribution'
import { contributionWords } from '../messages'

const presentMutation = graphql(`
  mutation PresentContribution($input: PresentContributionInput!) {
    presentContribution(input: $input) {
      contribution {
        id
        state
        presentedAt
        viewerCanPresent
      }
      gathering {
        id
        nextContribution {
          id
        }
        presentedContribution {
          id
        }
      }
    }
  }
`)

export interface PresentButtonProps {
  contribution: Pick<CardContribution, 'id' | 'title' | 'viewerCanPresent'>
  size?: 's' | 'm'
  variant?: ButtonVariant
}

/** For whoever runs the barcamp: this one has the floor now. */
export function PresentButton({ contribution, size = 's', variant = 'quiet' }: PresentButtonProps) {
  const t = useWords(contributionWords)
  const [present, { isPending }] = useAct(presentMutation)
  const { id, title, viewerCanPresent } = contribution
  if (!viewerCanPresent) return null
  return (
    <Button
      size={size}
      variant={variant}
      icon={<Mic aria-hidden="true" />}
      aria-label={t('presentOne', { title })}
      isPending={isPending}
      onPress={async () => {
        if ((await present({ contributionId: id })).ok)
          notify({ tone: 'good', text: t('presented', { title }) })
      }}
    >
      {t('present')}
    </Button>
  )
}
