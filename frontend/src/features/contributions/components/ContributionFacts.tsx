import { addresses } from '@/app/addresses'
import { useThemeLabel } from '@/app/themes'
import { useWords } from '@/i18n/useWords'
import { DefinitionList, Row } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { PersonLine } from '@/ui/PersonLine'
import { Pill } from '@/ui/Pill'
import { Section } from '@/ui/Section'
import type { Contribution } from '../contribution'
import { contributionWords } from '../messages'
import { contributionPageWords } from '../pageMessages'

/** Who brought it, where, and what it is about. */
export function ContributionFacts({ contribution }: { contribution: Contribution }) {
  const t = useWords(contributionPageWords)
  const tList = useWords(contributionWords)
  const label = useThemeLabel()
  const { author, gathering, themes } = contribution
  return (
    <Section title={t('facts')}>
      <DefinitionList
        items={[
          {
            term: t('brought'),
            value: (
              <PersonLine
                size="s"
                name={author.name}
                href={addresses.person(author.id)}
                detail={author.centre?.shortName}
              />
            ),
          },
          {
            term: t('gathering'),
            value:
              gathering === null ? (
                tList('noGathering')
              ) : (
                <Link href={addresses.barcamp(gathering.id)} quiet>
                  {gathering.name}
                </Link>
              ),
          },
          ...(themes.length === 0
            ? []
            : [
                {
                  term: tList('theme'),
                  value: (
                    <Row>
                      {themes.map((theme) => (
                        <Pill key={theme.id}>{label(theme)}</Pill>
                      ))}
                    </Row>
                  ),
                },
              ]),
        ]}
      />
    </Section>
  )
}
