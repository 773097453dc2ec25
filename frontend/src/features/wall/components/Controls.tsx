import { ChevronLeft, ChevronRight, Maximize, Moon, Pause, Play, Sun } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useWords } from '@/i18n/useWords'
import { roomWallWords } from '../messages'
import type { Turning } from '../useTurning'
import styles from './Controls.module.css'

export interface ControlsProps {
  turning: Turning
  pages: number
  theme: 'dark' | 'light'
  onTheme: () => void
}

/** For whoever stands at the projector: which screen it is, and how to stop or turn them. */
export function Controls({ turning, pages, theme, onTheme }: ControlsProps) {
  const t = useWords(roomWallWords)
  const page = t('page', { page: turning.at + 1, pages })
  return (
    <div className={styles.controls} role="group" aria-label={t('controls')}>
      {pages < 2 ? null : (
        <>
          <span className={styles.page}>
            <span className="visually-hidden">{page}</span>
            <span aria-hidden="true">
              {turning.at + 1} / {pages}
            </span>
          </span>
          <Button className={styles.control!} aria-label={t('previous')} onPress={() => turning.turn(-1)}>
            <ChevronLeft aria-hidden="true" />
          </Button>
          <Button
            className={styles.control!}
            aria-label={t(turning.isPaused ? 'play' : 'pause')}
            onPress={turning.pause}
          >
            {turning.isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
          </Button>
          <Button className={styles.control!} aria-label={t('following')} onPress={() => turning.turn(1)}>
            <ChevronRight aria-hidden="true" />
          </Button>
        </>
      )}
      <Button
        className={styles.control!}
        aria-label={t(theme === 'dark' ? 'light' : 'dark')}
        onPress={onTheme}
      >
        {theme === 'dark' ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
      </Button>
      {document.fullscreenEnabled ? (
        <Button
          className={styles.control!}
          aria-label={t('full')}
          onPress={() =>
            void (
              document.fullscreenElement === null
                ? document.documentElement.requestFullscreen()
                : document.exitFullscreen()
            ).catch(() => undefined)
          }
        >
          <Maximize aria-hidden="true" />
        </Button>
      ) : null}
    </div>
  )
}
