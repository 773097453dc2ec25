import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { StatePill } from '@/ui/StatePill'
import { proceedingsWords } from '../messages'
import { grouped, named } from '../proceedings'
import { Entries, type ChapterProps } from './Chapter'
import { Entry, Part } from './Entry'
import styles from './Proceedings.module.css'

/** What was asked to those on stage, by the item of the programme, with what they answered or promised. */
export function StageQuestions({ proceedings, onChanged }: ChapterProps) {
  const t = useWords(proceedingsWords)
  const say = useStates()
  const format = useFormat()
  const items = grouped(proceedings.questions, ({ itemTitle }) => itemTitle)
  return (
    <Entries
      proceedings={proceedings}
      onChanged={onChanged}
      entries={proceedings.questions}
      none={t('stageNone')}
    >
      {items.map(([itemTitle, questions]) => (
        <div key={itemTitle} className={styles.group}>
          <p className={styles.groupTitle}>{t('askedDuring', { title: itemTitle })}</p>
          {questions.map(
            ({ id, text, state, author, votes, answer, promisedBy, dueOn, public: isPublic }) => (
              <Entry
                key={id}
                proceedings={proceedings}
                kind="LIVE_QUESTION"
                id={id}
                title={text}
                isPublic={isPublic}
                onChanged={onChanged}
                state={<StatePill {...say('LiveQuestion', state)} />}
                meta={[
                  author === null ? null : t('askedBy', { who: named(author) }),
                  votes === 0 ? null : t('votes', { count: votes }),
                ]}
              >
                <Part title={t('answers')} text={answer} />
                {state === 'ANSWER_PROMISED' && dueOn !== null ? (
                  <p>
                    {promisedBy === null
                      ? t('promised', { date: format.date(dueOn) })
                      : t('promisedBy', { who: named(promisedBy), date: format.date(dueOn) })}
                  </p>
                ) : null}
              </Entry>
            ),
          )}
        </div>
      ))}
    </Entries>
  )
}
