import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { LinkButton } from '@/ui/Button'
import { Row } from '@/ui/Layout'
import { homeWords } from '../messages'

export const liveGathering = graphql(`
  fragment LiveGathering on Gathering {
    id
    name
    city
    startsOn
    endsOn
    forum {
      id
      phase
    }
    openStage {
      id
    }
  }
`)

/** A gathering that is going on, one press away. */
export function LiveGathering({ gathering }: { gathering: FragmentOf<typeof liveGathering> }) {
  const t = useWords(homeWords)
  const say = useStates()
  const format = useFormat()
  const { id, name, city, startsOn, endsOn, forum, openStage } = readFragment(liveGathering, gathering)
  return (
    <Banner
      tone="signal"
      title={t('liveTitle', { name })}
      actions={
        <Row>
          {forum === null ? (
            <LinkButton variant="primary" href={addresses.gathering(id)}>
              {t('toGathering')}
            </LinkButton>
          ) : (
            <LinkButton variant="primary" href={addresses.forum(forum.id)}>
              {t('toForum')}
            </LinkButton>
          )}
          {openStage === null ? null : (
            <LinkButton href={addresses.stage(openStage.id)}>{t('toStage')}</LinkButton>
          )}
        </Row>
      }
    >
      {forum === null
        ? t('liveNoForum', { city, dates: format.dateRange(startsOn, endsOn) })
        : t('livePhase', { city, phase: say('Forum', forum.phase).label })}
    </Banner>
  )
}
