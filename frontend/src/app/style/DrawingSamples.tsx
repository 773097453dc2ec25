import { useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { BarList } from '@/ui/BarList'
import { DotMeter } from '@/ui/DotMeter'
import { Flow } from '@/ui/Flow'
import { FranceMap } from '@/ui/FranceMap'
import { Columns } from '@/ui/Layout'
import { Matrix } from '@/ui/Matrix'
import { NetworkPicture } from '@/ui/NetworkPicture'
import { Section } from '@/ui/Section'
import { Timeline } from '@/ui/Timeline'
import { styleWords } from './messages'
import { centreNames, tieBetween, ties } from './sampleData'

const points = [
  { id: 'n', longitude: -1.55, latitude: 47.22, label: 'Résovilles, Nantes', href: '#' },
  { id: 'c', longitude: 3.08, latitude: 45.78, label: 'Labo Cités, Clermont-Ferrand', href: '#' },
  { id: 'p', longitude: 2.36, latitude: 48.94, label: 'Profession Banlieue, Saint-Denis', href: '#' },
  { id: 'l', longitude: 3.06, latitude: 50.63, label: 'IREV, Lille', href: '#' },
  { id: 'm', longitude: -61.0, latitude: 14.6, label: 'Fort-de-France', href: '#' },
]

const nodes = centreNames.map((label, index) => ({
  id: label,
  label,
  href: '#',
  weight: ties.reduce((sum, [from, to, weight]) => (from === index || to === index ? sum + weight : sum), 0),
  group: index % 3,
}))
const links = ties.map(([from, to, weight]) => ({
  source: centreNames[from]!,
  target: centreNames[to]!,
  weight,
  href: '#',
}))

export function DrawingSamples() {
  const t = useWords(styleWords)
  const [region, setRegion] = useState<string>('52')
  const heads = centreNames.map((label) => ({ id: label, label, href: '#' }))
  return (
    <Section title={t('drawings')}>
      <Columns
        isEven
        main={<FranceMap label={t('map')} points={points} selected={region} onSelect={setRegion} />}
        aside={
          <>
            <Section title={t('timeline')} level={3}>
              <Timeline
                label={t('timeline')}
                isDated
                items={[
                  { id: '1', at: '2019-09-12', title: t('event1'), children: t('eventText') },
                  { id: '2', at: '2019-09-03', title: t('event2') },
                  { id: '3', at: '2019-10-02', title: t('event3'), isAhead: true },
                ]}
              />
            </Section>
            <Section title={t('bars')} level={3}>
              <BarList
                label={t('bars')}
                items={[
                  { id: 'a', label: t('themeA'), value: 9, href: '#' },
                  { id: 'b', label: t('themeB'), value: 6, href: '#' },
                  { id: 'c', label: t('themeC'), value: 2, href: '#' },
                ]}
              />
            </Section>
            <DotMeter label={t('dots', { count: 3 })} value={3} max={5} />
          </>
        }
      />
      <NetworkPicture label={t('network')} nodes={nodes} links={links} />
      <Matrix
        label={t('matrix')}
        rows={heads}
        columns={heads}
        value={tieBetween}
        href={() => '#'}
        describe={(a, b, count) => t('matrixCell', { a, b, count })}
      />
      <Flow
        label={t('flow')}
        steps={[
          { id: '1', label: t('flow1'), value: 38, href: '#' },
          { id: '2', label: t('flow2'), value: 31, href: '#' },
          { id: '3', label: t('flow3'), value: 24, href: '#' },
          { id: '4', label: t('flow4'), value: 9, href: '#' },
          { id: '5', label: t('flow5'), value: 4, href: '#' },
        ]}
      />
    </Section>
  )
}
