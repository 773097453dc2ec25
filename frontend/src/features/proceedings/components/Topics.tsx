import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Prose } from '@/ui/Layout'
import { StatePill } from '@/ui/StatePill'
import { proceedingsWords } from '../messages'
import { named } from '../proceedings'
import { Entries, type ChapterProps } from './Chapter'
import { Entry, Part } from './Entry'
import styles from './Proceedings.module.css'

/** One section a topic: who convened it, where it was worked on, and what its session produced. */
export function Topics({ proceedings, onChanged }: ChapterProps) {
  const t = useWords(proceedingsWords)
  const say = useStates()
  const format = useFormat()
  return (
    <Entries
      proceedings={proceedings}
      onChanged={onChanged}
      entries={proceedings.topics}
      none={t('forumNone')}
    >
      {proceedings.topics.map(
        ({ id, title, description, state, people, dots, convener, sessions, harvest, public: isPublic }) => (
          <Entry
            key={id}
            proceedings={proceedings}
            kind="TOPIC"
            id={id}
            title={title}
            isPublic={isPublic}
            onChanged={onChanged}
            state={<StatePill {...say('Topic', state)} />}
            meta={[
              convener === null ? t('noConvener') : t('convenedBy', { who: named(convener) }),
              ...sessions.map(({ startsAt, space }) => `${format.date(startsAt, 'dayAndTime')}, ${space}`),
              people === 0 ? null : t('people', { count: people }),
              dots === null ? null : t('dots', { count: dots }),
            ]}
          >
            {description === '' ? null : <Prose>{description}</Prose>}
            {harvest === null ? (
              <p className={state === 'HELD' ? styles.lacking : styles.none}>
                {t(state === 'HELD' ? 'harvestNone' : 'harvestToCome')}
              </p>
            ) : (
              <>
                <Part title={t('said')} text={harvest.said} />
                <Part title={t('decided')} text={harvest.decided} />
                <Part title={t('nextSteps')} text={harvest.nextSteps} />
                {harvest.carriesOn === '' && harvest.carriers.length === 0 ? null : (
                  <div className={styles.part}>
                    <h4>{t('carriesOn')}</h4>
                    {harvest.carriesOn === '' ? null : <Prose>{harvest.carriesOn}</Prose>}
                    {harvest.carriers.length === 0 ? null : <p>{format.list(harvest.carriers.map(named))}</p>}
                  </div>
                )}
              </>
            )}
          </Entry>
        ),
      )}
    </Entries>
  )
}
