import { BookOpenText, Presentation } from 'lucide-react'
import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useMaybeViewer } from '@/app/session'
import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { Card, CardActions, CardMeta, CardTitle } from '@/ui/Card'
import { StatePill } from '@/ui/StatePill'
import { gatheringWords } from '../messages'

export const gatheringCard = graphql(`
  fragment GatheringCard on Gathering {
    id
    name
    city
    startsOn
    endsOn
    state
    proceedingsAddress
    hosts {
      id
      shortName
    }
    forum {
      id
      phase
    }
  }
`)

/** A gathering in a list: when and where, who invites, and the way to its forum. */
export function GatheringCard({ gathering }: { gathering: FragmentOf<typeof gatheringCard> }) {
  const t = useWords(gatheringWords)
  const say = useStates()
  const viewer = useMaybeViewer()
  const format = useFormat()
  const { id, name, city, startsOn, endsOn, state, hosts, forum, proceedingsAddress } = readFragment(
    gatheringCard,
    gathering,
  )
  const isLive = state === 'LIVE'
  return (
    <Card as="li" tone={isLive ? 'signal' : 'plain'}>
      <CardMeta>
        <StatePill {...say('Gathering', state)} />
        <span>{format.dateRange(startsOn, endsOn)}</span>
        <span>{city}</span>
      </CardMeta>
      <CardTitle href={addresses.gathering(id)}>{name}</CardTitle>
      {hosts.length === 0 ? null : (
        <CardMeta>{t('hostedBy', { hosts: format.list(hosts.map(({ shortName }) => shortName)) })}</CardMeta>
      )}
      {forum === null && proceedingsAddress === null ? null : (
        <CardActions>
          {forum === null ? null : (
            <>
              <LinkButton
                size="s"
                variant={isLive ? 'primary' : 'secondary'}
                icon={<Presentation aria-hidden="true" />}
                href={addresses.forum(forum.id)}
              >
                {t(isLive ? 'goForum' : 'seeForum')}
              </LinkButton>
              <StatePill {...say('Forum', forum.phase)} />
            </>
          )}
          {proceedingsAddress === null ? null : (
            <LinkButton
              size="s"
              icon={<BookOpenText aria-hidden="true" />}
              href={
                viewer === null ? addresses.publicProceedings(proceedingsAddress) : addresses.proceedings(id)
              }
            >
              {t('readProceedings')}
            </LinkButton>
          )}
        </CardActions>
      )}
    </Card>
  )
}
