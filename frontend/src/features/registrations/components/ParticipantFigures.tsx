import { addresses } from '@/app/addresses'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { BarList } from '@/ui/BarList'
import { Section } from '@/ui/Section'
import { Stat, StatRow } from '@/ui/Stat'
import { noCentre, type Figures } from '../participants'
import { participantsWords } from '../participantsMessages'
import styles from './ParticipantFigures.module.css'

/** How many come, by day and by centre: each figure opens the list behind it. */
export function ParticipantFigures({ gatheringId, figures }: { gatheringId: string; figures: Figures }) {
  const t = useWords(participantsWords)
  const format = useFormat()
  const list = (key: string, value: string) =>
    `${addresses.participants(gatheringId)}?${new URLSearchParams({ [key]: value }).toString()}`
  return (
    <>
      <StatRow label={t('byDay')}>
        {figures.days.map(({ day, registered, present }) => (
          <Stat
            key={day}
            value={format.number(registered)}
            label={format.date(day, 'weekday')}
            href={list('jour', day)}
            note={present ? t('present', { count: present }) : undefined}
          />
        ))}
        {figures.waiting === 0 ? null : (
          <Stat
            value={format.number(figures.waiting)}
            label={t('waitingLabel')}
            href={list('etat', '["WAITING"]')}
            tone="signal"
          />
        )}
        {figures.awaited ? (
          <Stat
            value={format.number(figures.awaited)}
            label={t('awaitedLabel', { count: figures.awaited })}
            href={list('place', 'AWAITED')}
            tone="signal"
          />
        ) : null}
      </StatRow>
      {figures.centres.length < 2 ? null : (
        <details className={styles.fold}>
          <summary>{t('byCentre')}</summary>
          <Section title={t('byCentre')} level={2}>
            <BarList
              label={t('byCentre')}
              items={figures.centres.map(({ centreId, name, registered, waiting }) => ({
                id: centreId ?? noCentre,
                label: centreId === null ? t('noCentre') : name,
                value: registered + waiting,
                href: list('centre', centreId ?? noCentre),
              }))}
            />
          </Section>
        </details>
      )}
    </>
  )
}
