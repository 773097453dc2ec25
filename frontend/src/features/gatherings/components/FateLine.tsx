import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useStates } from '@/app/states'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import { StatePill } from '@/ui/StatePill'
import { gatheringWords } from '../messages'
import styles from './FateLine.module.css'

export const fateLine = graphql(`
  fragment FateLine on Topic {
    id
    title
    fate
    dotCount
    convener {
      id
      name
    }
    workingGroup {
      id
      name
      jointProjects {
        id
        title
      }
    }
  }
`)

/** A topic and what became of it, with the way there. */
export function FateLine({ topic }: { topic: FragmentOf<typeof fateLine> }) {
  const t = useWords(gatheringWords)
  const say = useStates()
  const { id, title, fate, dotCount, convener, workingGroup } = readFragment(fateLine, topic)
  const became = [
    ...(workingGroup === null
      ? []
      : [{ id: workingGroup.id, title: workingGroup.name, href: addresses.group(workingGroup.id) }]),
    ...(workingGroup?.jointProjects ?? []).map((project) => ({
      id: project.id,
      title: project.title,
      href: addresses.project(project.id),
    })),
  ]
  return (
    <div className={styles.line}>
      <div className={styles.text}>
        <Link href={addresses.topic(id)}>{title}</Link>
        <span className={styles.facts}>
          {convener?.name}
          {dotCount === null ? null : (
            <>
              {convener === null ? '' : ' · '}
              {t('dots', { count: dotCount })}
            </>
          )}
        </span>
      </div>
      <div className={styles.fate}>
        <StatePill {...say('TopicFate', fate)} />
        {became.map((object) => (
          <Link key={object.id} href={object.href} quiet>
            {object.title}
          </Link>
        ))}
      </div>
    </div>
  )
}
