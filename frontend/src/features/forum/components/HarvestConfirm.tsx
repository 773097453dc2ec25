import { BadgeCheck } from 'lucide-react'
import { useState } from 'react'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { notify } from '@/ui/Toast'
import { harvestWords } from '../harvestMessages'
import { harvestText, type Harvest } from '../topic'

const confirmHarvest = graphql(
  `
    mutation ConfirmHarvest($input: ConfirmHarvestInput!) {
      confirmHarvest(input: $input) {
        topic {
          id
          viewerCanConfirmHarvest
          viewerCanWriteHarvest
          harvest {
            ...HarvestText
          }
        }
      }
    }
  `,
  [harvestText],
)

/** Says that what was published has been read again and stands. Asked twice: nobody rewrites it afterwards. */
export function HarvestConfirm({ topicId, harvest }: { topicId: string; harvest: Harvest }) {
  const t = useWords(harvestWords)
  const [isOpen, setOpen] = useState(false)
  const [confirm, { isPending }] = useAct(confirmHarvest)
  return (
    <>
      <Button icon={<BadgeCheck aria-hidden="true" />} onPress={() => setOpen(true)}>
        {t('confirm')}
      </Button>
      <ConfirmDialog
        title={t('confirmTitle')}
        confirm={t('confirm')}
        isOpen={isOpen}
        onOpenChange={setOpen}
        isPending={isPending}
        onConfirm={async () => {
          const done = await confirm({ topicId, version: harvest.version })
          setOpen(false)
          if (done.ok) notify({ tone: 'good', text: t('confirmed') })
        }}
      >
        <p>{t('confirmText')}</p>
      </ConfirmDialog>
    </>
  )
}
