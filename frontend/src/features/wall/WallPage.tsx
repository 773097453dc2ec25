import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useStates } from '@/app/states'
import { TimeZone } from '@/i18n/TimeZone'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { useMedia } from '@/ui/useMedia'
import { Controls } from './components/Controls'
import { SceneView } from './components/SceneView'
import { WallAside } from './components/WallAside'
import { roomWallWords } from './messages'
import { scenesOf, type Room } from './scenes'
import { useTurning } from './useTurning'
import { useWall } from './useWall'
import type { Wall } from './wall'
import styles from './WallPage.module.css'

const wide: Room = { topics: 8, cells: 6, results: 8 }
const tall: Room = { topics: 5, cells: 5, results: 6 }

/** What a whole room looks at: big, one screen at a time, without a hand on it. It names nobody. */
export function WallPage() {
  const t = useWords(roomWallWords)
  const { token = '' } = useParams({ strict: false })
  const { wall, state, behind } = useWall(token)
  const [theme, setTheme] = useState<'dark' | 'light'>('dark')
  useEffect(() => {
    const root = document.documentElement
    const chosen = root.dataset.theme
    root.dataset.theme = theme
    return () => {
      if (chosen === undefined) delete root.dataset.theme
      else root.dataset.theme = chosen
    }
  }, [theme])
  useEffect(() => {
    document.title = `${wall?.gathering ?? t('title')} · Maillage`
  }, [wall?.gathering, t])

  if (wall === undefined) {
    return (
      <main className={styles.empty}>
        <h1>{t(state === 'gone' ? 'gone' : state === 'cut' ? 'cut' : 'loading')}</h1>
        {state === 'gone' ? <p>{t('goneText')}</p> : null}
      </main>
    )
  }
  return (
    <TimeZone zone={wall.timeZone}>
      <Shown
        wall={wall}
        behind={behind}
        isCut={state === 'cut'}
        theme={theme}
        onTheme={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      />
    </TimeZone>
  )
}

interface ShownProps {
  wall: Wall
  behind: number
  isCut: boolean
  theme: 'dark' | 'light'
  onTheme: () => void
}

function Shown({ wall, behind, isCut, theme, onTheme }: ShownProps) {
  const t = useWords(roomWallWords)
  const say = useStates()
  const format = useFormat()
  const now = useClock() + behind
  const isTall = useMedia('(orientation: portrait)')
  const scenes = scenesOf(wall, now, isTall ? tall : wide)
  const turning = useTurning(scenes.length)
  const scene = scenes[turning.at]!
  return (
    <main className={styles.wall}>
      <header className={styles.head}>
        <h1 className={styles.name}>{wall.gathering}</h1>
        {wall.phase === null ? null : <p className={styles.phase}>{say('Forum', wall.phase).label}</p>}
        <p className={styles.clock}>{format.date(now, 'time')}</p>
      </header>
      <div className={styles.scene}>
        <SceneView wall={wall} scene={scene} now={now} />
      </div>
      <WallAside wall={wall} now={now} />
      <footer className={styles.foot}>
        <p className={styles.cut} role="status">
          {isCut ? t('cut') : ''}
        </p>
        <Controls turning={turning} pages={scenes.length} theme={theme} onTheme={onTheme} />
      </footer>
    </main>
  )
}

/** The present moment, to the second or so: a wall shows a clock. */
function useClock(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 5_000)
    return () => clearInterval(tick)
  }, [])
  return now
}
