import { addresses } from '@/app/addresses'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { DefinitionList, Prose, Row } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Pill } from '@/ui/Pill'
import { Section } from '@/ui/Section'
import { listWords } from '../listMessages'
import { pageWords } from '../pageMessages'
import type { Project } from '../project'
import { termsWords } from '../termsMessages'
import { Signatures } from './Signatures'
import { useThemeLabel } from '@/app/themes'

/** What the project is for and what will come of it, in its authors' words. */
export function ProjectText({ project }: { project: Project }) {
  const t = useWords(pageWords)
  return (
    <>
      <Section title={t('purpose')}>
        <Prose>{project.purpose}</Prose>
      </Section>
      {project.expectedResults === '' ? null : (
        <Section title={t('results')}>
          <Prose>{project.expectedResults}</Prose>
        </Section>
      )}
    </>
  )
}

/** The project in a few figures. */
export function ProjectFacts({ project }: { project: Project }) {
  const t = useWords(pageWords)
  const tList = useWords(listWords)
  const tTerms = useWords(termsWords)
  const format = useFormat()
  const themeLabel = useThemeLabel()
  const { originWorkingGroup: group, originTopic: topic } = project
  const origin =
    group === null
      ? topic === null
        ? null
        : { href: addresses.topic(topic.id), text: topic.title }
      : { href: addresses.group(group.id), text: group.name }
  return (
    <Section title={t('facts')}>
      <DefinitionList
        items={[
          {
            term: tList('signatures'),
            value: (
              <Row>
                <Signatures
                  signed={project.signedCount}
                  partners={project.partnerCount}
                  minimum={project.minimumPartners}
                />
                <span>{t('minimum', { minimum: project.minimumPartners })}</span>
              </Row>
            ),
          },
          { term: t('totalDays'), value: tTerms('days', { count: project.totalPersonDays }) },
          { term: t('totalMoney'), value: format.money(project.totalMoney) },
          ...(origin === null
            ? []
            : [{ term: t('origin'), value: <Link href={origin.href}>{origin.text}</Link> }]),
          ...(project.themes.length === 0
            ? []
            : [
                {
                  term: t('themes'),
                  value: (
                    <Row>
                      {project.themes.map((theme) => (
                        <Pill key={theme.id}>{themeLabel(theme)}</Pill>
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
