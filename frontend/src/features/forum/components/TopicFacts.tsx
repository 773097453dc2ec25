import { addresses } from '@/app/addresses'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { DefinitionList, Row } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { PersonLine } from '@/ui/PersonLine'
import { Pill } from '@/ui/Pill'
import { forumWords } from '../messages'
import type { Topic } from '../topic'
import { topicWords } from '../topicMessages'
import { useThemeLabel } from '@/app/themes'

/** Who carries a topic, who brought it, and what is hoped for. */
export function TopicFacts({ topic }: { topic: Topic }) {
  const t = useWords(topicWords)
  const tForum = useWords(forumWords)
  const themeLabel = useThemeLabel()
  const format = useFormat()
  const { convener, author } = topic
  return (
    <DefinitionList
      items={[
        {
          term: t('convener'),
          value:
            convener === null ? (
              t('noConvener')
            ) : (
              <PersonLine
                name={convener.name}
                href={addresses.person(convener.id)}
                detail={convener.centre?.shortName}
                size="s"
              />
            ),
        },
        ...(author.id === convener?.id
          ? []
          : [
              {
                term: t('author'),
                value: (
                  <Link href={addresses.person(author.id)} quiet>
                    {author.name}
                  </Link>
                ),
              },
            ]),
        { term: t('proposed'), value: format.date(topic.createdAt, 'day') },
        { term: t('outcome'), value: tForum(`outcome.${topic.intendedOutcome}`) },
        ...(topic.themes.length === 0
          ? []
          : [
              {
                term: t('themes'),
                value: (
                  <Row>
                    {topic.themes.map((theme) => (
                      <Pill key={theme.id}>{themeLabel(theme)}</Pill>
                    ))}
                  </Row>
                ),
              },
            ]),
      ]}
    />
  )
}
