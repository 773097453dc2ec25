import { BadgeCheck } from 'lucide-react'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { ConfirmButton } from '@/ui/ConfirmAct'
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
  const [confirm] = useAct(confirmHarvest)
  return (
    <ConfirmButton
      button={{ icon: <BadgeCheck aria-hidden="true" />, children: t('confirm') }}
      title={t('confirmTitle')}
      confirm={t('confirm')}
      act={() => confirm({ topicId, version: harvest.version })}
      said={t('confirmed')}
    >
      <p>{t('confirmText')}</p>
    </ConfirmButton>
  )
}
