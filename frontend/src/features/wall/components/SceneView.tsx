import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { roomWallWords } from '../messages'
import type { Scene } from '../scenes'
import type { Wall, WallQuestion, WallTopic } from '../wall'
import styles from './SceneView.module.css'

export interface SceneViewProps {
  wall: Wall
  scene: Scene
  now: number
}

/** One screenful: what has the floor, titles that wait, a row of the board, the vote, its result, or what comes next. */
export function SceneView({ wall, scene, now }: SceneViewProps) {
  switch (scene.kind) {
    case 'stage':
      return <OnStage {...scene.question} />
    case 'spotlight':
      return <Spotlight topic={scene.topic} />
    case 'topics':
      return <Topics wall={wall} scene={scene} />
    case 'board':
      return <BoardRow scene={scene} />
    case 'vote':
      return <VoteNow wall={wall} />
    case 'results':
      return <Results scene={scene} />
    case 'agenda':
      return <Agenda wall={wall} now={now} />
  }
}

/** What is longer than this, in characters, is written smaller: a question may have 500. */
const long = 130

function OnStage({ item, text, votes }: WallQuestion) {
  const t = useWords(roomWallWords)
  return (
    <>
      <h2 className={styles.title}>{t('onStage', { item })}</h2>
      <div className={styles.vote}>
        <p className={styles.spoken} data-long={text.length > long || undefined}>
          {text}
        </p>
        <p className={styles.quiet}>{t('asked', { count: votes })}</p>
      </div>
    </>
  )
}

function Spotlight({ topic }: { topic: WallTopic }) {
  const t = useWords(roomWallWords)
  return (
    <>
      <h2 className={styles.title}>{t('floor')}</h2>
      <div className={styles.vote}>
        <p className={styles.spoken} data-long={topic.title.length > long || undefined}>
          {topic.title}
        </p>
        <p className={styles.quiet}>{t('wouldCome', { count: topic.stars })}</p>
      </div>
    </>
  )
}

function Topics({ wall, scene }: { wall: Wall; scene: Scene & { kind: 'topics' } }) {
  const t = useWords(roomWallWords)
  return (
    <>
      <h2 className={styles.title}>
        {t(wall.phase === 'MARKETPLACE' ? 'toPlace' : 'topics', { count: scene.total })}
      </h2>
      <ul className={styles.topics}>
        {scene.topics.map((topic) => (
          <li key={topic.id} className={styles.topic}>
            <span className={styles.text}>{topic.title}</span>
            {topic.stars === 0 ? null : (
              <span className={styles.figure}>
                <span aria-hidden="true">★ {topic.stars}</span>
                <span className="visually-hidden">{t('stars', { count: topic.stars })}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function BoardRow({ scene }: { scene: Scene & { kind: 'board' } }) {
  const t = useWords(roomWallWords)
  const format = useFormat()
  const { slot, when, cells } = scene
  return (
    <>
      <h2 className={styles.title} data-when={when}>
        <span className={styles.when}>{t(`slot.${when}`)}</span>{' '}
        {when === 'now'
          ? t('until', { label: slot.label, time: format.date(slot.endsAt, 'time') })
          : t('span', { label: slot.label, span: format.dateRange(slot.startsAt, slot.endsAt, 'time') })}
      </h2>
      <ul className={styles.cells}>
        {cells.map(({ space, topic }) => (
          <li key={space} className={styles.cell} data-free={topic === undefined || undefined}>
            <span className={styles.space}>{space}</span>
            <span className={styles.text}>{topic?.title ?? t('free')}</span>
            {topic === undefined ? null : topic.state === 'HELD' || topic.state === 'HARVESTED' ? (
              <span className={styles.figure}>{t('ended')}</span>
            ) : topic.here > 0 ? (
              <span className={styles.figure}>{t('here', { count: topic.here })}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function VoteNow({ wall }: { wall: Wall }) {
  const t = useWords(roomWallWords)
  return (
    <div className={styles.vote}>
      <h2 className={styles.huge}>{t('vote')}</h2>
      <p className={styles.big}>{t('voteText', { count: wall.counters.dots })}</p>
      <p className={styles.quiet}>{t('voteHidden')}</p>
    </div>
  )
}

function Results({ scene }: { scene: Scene & { kind: 'results' } }) {
  const t = useWords(roomWallWords)
  return (
    <>
      <h2 className={styles.title}>{t('results')}</h2>
      <ol className={styles.results}>
        {scene.rows.map(({ rank, topic }) => (
          <li key={topic.id} className={styles.result}>
            <span className={styles.rank}>{rank}</span>
            <span className={styles.text}>{topic.title}</span>
            <span className={styles.figure}>{t('dots', { count: topic.dots ?? 0 })}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

function Agenda({ wall, now }: { wall: Wall; now: number }) {
  const t = useWords(roomWallWords)
  const format = useFormat()
  if (wall.agenda.length === 0) {
    return (
      <div className={styles.vote}>
        <h2 className={styles.huge}>{wall.city}</h2>
        <p className={styles.quiet}>{t('agendaNone')}</p>
      </div>
    )
  }
  return (
    <>
      <h2 className={styles.title}>{t('agenda')}</h2>
      <ol className={styles.results}>
        {wall.agenda.map((item) => (
          <li key={item.startsAt + item.title} className={styles.result}>
            <span className={styles.rank}>{format.date(item.startsAt, 'time')}</span>
            <span className={styles.text}>{item.title}</span>
            <span className={styles.figure}>{Date.parse(item.startsAt) <= now ? t('now') : item.space}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
