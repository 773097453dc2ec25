import { Pencil, Send, Trash2 } from 'lucide-react'
import { Suspense, useState } from 'react'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button, IconButton } from '@/ui/Button'
import { ConfirmAct } from '@/ui/ConfirmAct'
import { Dialog } from '@/ui/Dialog'
import { later } from '@/ui/later'
import { Skeleton } from '@/ui/Skeleton'
import { notify } from '@/ui/Toast'
import { contributionPage, type Contribution } from '../contribution'
import { contributionFormWords } from '../formMessages'
import { contributionPageWords } from '../pageMessages'
import { usePublish } from '../usePublish'
import { PresentButton } from './PresentButton'
import { SupportButton } from './SupportButton'

const EditForm = later(async () => (await import('./EditForm')).EditForm)

const withdrawMutation = graphql(
  `
    mutation WithdrawContribution($input: WithdrawContributionInput!) {
      withdrawContribution(input: $input) {
        contribution {
          ...ContributionPage
        }
      }
    }
  `,
  [contributionPage],
)

/** What the reader may do with the contribution as a whole. */
export function ContributionActs({ contribution }: { contribution: Contribution }) {
  const t = useWords(contributionPageWords)
  const tForm = useWords(contributionFormWords)
  const [open, setOpen] = useState<'edit' | 'withdraw'>()
  const [publish, publishing] = usePublish()
  const [withdraw] = useAct(withdrawMutation)
  const { id, kind, title, version } = contribution
  return (
    <>
      {contribution.viewerCanPublish ? (
        <Button
          variant="primary"
          icon={<Send aria-hidden="true" />}
          isPending={publishing.isPending}
          onPress={async () => {
            if ((await publish({ contributionId: id, version })).ok)
              notify({ tone: 'good', text: t('published') })
          }}
        >
          {t('publish')}
        </Button>
      ) : null}
      {contribution.state === 'DRAFT' ? null : <SupportButton contribution={contribution} />}
      <PresentButton contribution={contribution} size="m" variant="primary" />
      {contribution.viewerCanEdit ? (
        <Button icon={<Pencil aria-hidden="true" />} onPress={() => setOpen('edit')}>
          {t('edit')}
        </Button>
      ) : null}
      {contribution.viewerCanWithdraw ? (
        <IconButton
          label={t('withdraw')}
          icon={<Trash2 aria-hidden="true" />}
          onPress={() => setOpen('withdraw')}
        />
      ) : null}
      <Dialog title={tForm(`edit.${kind}`)} isOpen={open === 'edit'} onClose={() => setOpen(undefined)}>
        {open === 'edit' ? (
          <Suspense fallback={<Skeleton lines={6} />}>
            <EditForm contribution={contribution} onDone={() => setOpen(undefined)} />
          </Suspense>
        ) : null}
      </Dialog>
      <ConfirmAct
        title={t('withdrawTitle', { title })}
        confirm={t('withdraw')}
        isDanger
        isOpen={open === 'withdraw'}
        onClose={() => setOpen(undefined)}
        act={() => withdraw({ contributionId: id, version })}
        said={t('withdrawn')}
      >
        <p>{t('withdrawText')}</p>
      </ConfirmAct>
    </>
  )
}
