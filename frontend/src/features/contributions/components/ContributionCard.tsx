import { CircleQuestionMark, Lightbulb, MessageSquareText, MessagesSquare } from 'lucide-react'
import { addresses } from '@/app/addresses'
import { useStates } from '@/app/states'
import { useThemeLabel } from '@/app/themes'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Card, CardActions, CardMeta, CardTitle } from '@/ui/Card'
import { PersonLine } from '@/ui/PersonLine'
import { Pill } from '@/ui/Pill'
import { StatePill } from '@/ui/StatePill'
import type { CardContribution, Kind } from '../contribution'
import { contributionWords } from '../messages'
import styles from './ContributionCard.module.css'
import { PresentButton } from './PresentButton'
import { SupportButton } from './SupportButton'

/** What a contribution is, in a word and a picture. */
export function KindPill({ kind }: { kind: Kind }) {
  const t = useWords(contributionWords)
  const Icon = kind === 'PEPITE' ? Lightbulb : CircleQuestionMark
  return (
    <Pill tone={kind === 'PEPITE' ? 'accent' : 'signal'} icon={<Icon aria-hidden="true" />}>
      {t(`kind.${kind}`)}
    </Pill>
  )
}

export interface ContributionCardProps {
  contribution: CardContribution
  /** Leaves out the gathering, where it is the same for all. */
  isOnWall?: boolean
}

/** A pépite or a question on a card: what it says, who brings it, what others make of it. */
export function ContributionCard({ contribution: it, isOnWall = false }: ContributionCardProps) {
  const t = useWords(contributionWords)
  const say = useStates()
  const format = useFormat()
  const label = useThemeLabel()
  const said = it.context === '' ? it.done : it.context
  return (
    <Card as="li">
      <CardMeta>
        <KindPill kind={it.kind} />
        <StatePill {...say('Contribution', it.state)} />
      </CardMeta>
      <CardTitle href={addresses.contribution(it.id)} level={isOnWall ? 3 : 2}>
        {it.title}
      </CardTitle>
      {said === '' ? null : <p className={styles.said}>{said}</p>}
      {it.themes.length === 0 ? null : (
        <p className={styles.themes}>
          {it.themes.map((theme) => (
            <Pill key={theme.id}>{label(theme)}</Pill>
          ))}
        </p>
      )}
      <ul className={styles.facts}>
        {it.kind === 'QUESTION' ? (
          <li>
            <MessagesSquare aria-hidden="true" />
            {it.state === 'ANSWER_PROMISED' && it.promisedFor !== null
              ? t('promisedFor', { day: format.date(it.promisedFor, 'day') })
              : t('answers', { count: it.answerCount })}
          </li>
        ) : null}
        <li>
          <MessageSquareText aria-hidden="true" />
          {t('comments', { count: it.commentCount })}
        </li>
        {isOnWall ? null : <li className={styles.place}>{it.gathering?.name ?? t('noGathering')}</li>}
      </ul>
      <div className={styles.author}>
        <PersonLine size="s" name={it.author.name} detail={it.author.centre?.shortName} />
      </div>
      {it.viewerCanSupport || it.viewerCanPresent || it.supportCount > 0 ? (
        <CardActions>
          <SupportButton contribution={it} />
          <PresentButton contribution={it} />
        </CardActions>
      ) : null}
    </Card>
  )
}
