import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useViewer } from '@/app/session'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { ConfirmButton } from '@/ui/ConfirmAct'
import { wallTopic } from '../forum'
import { harvestWords } from '../harvestMessages'
import { harvestText, type Topic } from '../topic'

const publishHarvest = graphql(
  `
    mutation PublishHarvest($input: PublishHarvestInput!) {
      publishHarvest(input: $input) {
        topic {
          ...WallTopic
          viewerCanConfirmHarvest
          harvest {
            ...HarvestText
          }
        }
      }
    }
  `,
  [wallTopic, harvestText],
)

/** Publishes what has been saved. For whoever carries the session; others do not see it. */
export function HarvestPublish({ topic, isDirty }: { topic: Topic; isDirty: boolean }) {
  const t = useWords(harvestWords)
  const viewer = useViewer()
  const [publish] = useAct(publishHarvest)
  const isCarrier = topic.convener?.id === viewer.staffMember.id || topic.forum.viewerCanFacilitate
  if (!isCarrier || topic.state === 'HARVESTED') return null
  if (topic.state === 'RUNNING') return <Button reason={t('publishRunning')}>{t('publish')}</Button>
  if (!topic.viewerCanPublishHarvest || isDirty || topic.harvest === null)
    return <Button reason={t('publishEmpty')}>{t('publish')}</Button>
  const { version } = topic.harvest
  return (
    <ConfirmButton
      button={{ variant: 'primary', children: t('publish') }}
      title={t('publishTitle')}
      confirm={t('publish')}
      act={() => publish({ topicId: topic.id, version })}
      said={t('published')}
    >
      <p>{t('publishText')}</p>
    </ConfirmButton>
  )
}
