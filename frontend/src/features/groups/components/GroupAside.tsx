import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useStates } from '@/app/states'
import { useThemeLabel } from '@/app/themes'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { DefinitionList, LineList, Row } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Pill } from '@/ui/Pill'
import { Section } from '@/ui/Section'
import { StatePill } from '@/ui/StatePill'
import { groupWords } from '../messages'
import styles from './GroupAside.module.css'

export const groupAside = graphql(`
  fragment GroupAside on WorkingGroup {
    id
    admission
    createdAt
    themes {
      id
      labelFr
      labelEn
    }
    originTopic {
      id
      title
    }
    jointProjects {
      id
      title
      state
    }
  }
`)

/** What accompanies a group: where it was born, how one comes in, the projects it has led to. */
export function GroupAside({ group }: { group: FragmentOf<typeof groupAside> }) {
  const t = useWords(groupWords)
  const say = useStates()
  const format = useFormat()
  const label = useThemeLabel()
  const it = readFragment(groupAside, group)
  return (
    <>
      <Section title={t('about')}>
        <DefinitionList
          items={[
            {
              term: t('origin'),
              value:
                it.originTopic === null ? (
                  t('noOrigin')
                ) : (
                  <Link href={addresses.topic(it.originTopic.id)} className={styles.link}>
                    {it.originTopic.title}
                  </Link>
                ),
            },
            { term: t('since'), value: format.date(it.createdAt, 'month') },
            { term: t('admission'), value: t(`admission.${it.admission}`) },
            ...(it.themes.length === 0
              ? []
              : [
                  {
                    term: t('themes'),
                    value: (
                      <Row>
                        {it.themes.map((theme) => (
                          <Pill key={theme.id}>{label(theme)}</Pill>
                        ))}
                      </Row>
                    ),
                  },
                ]),
          ]}
        />
      </Section>
      <Section title={t('projects')}>
        {it.jointProjects.length === 0 ? (
          <p className={styles.none}>{t('noProjects')}</p>
        ) : (
          <LineList label={t('projects')}>
            {it.jointProjects.map((project) => (
              <li key={project.id} className={styles.project}>
                <Link href={addresses.project(project.id)} className={styles.link}>
                  {project.title}
                </Link>
                <span>
                  <StatePill {...say('JointProject', project.state)} />
                </span>
              </li>
            ))}
          </LineList>
        )}
      </Section>
    </>
  )
}
