import { useWords } from '@/i18n/useWords'
import { Columns } from '@/ui/Layout'
import { Section } from '@/ui/Section'
import { Thread, type ThreadNode } from '@/ui/Thread'
import { ThreadStrip } from '@/ui/ThreadStrip'
import { useStates } from '../states'
import { styleWords } from './messages'

export function ThreadSamples() {
  const t = useWords(styleWords)
  const say = useStates()
  const nodes: ThreadNode[] = [
    { id: 'g', kind: 'GATHERING', title: t('gathering'), href: '#', at: '2019-06-25' },
    {
      id: 't',
      kind: 'TOPIC',
      title: t('topic'),
      href: '#',
      state: say('Topic', 'HARVESTED'),
      at: '2019-06-26',
    },
    { id: 's', kind: 'SESSION', title: t('session'), href: '#', at: '2019-06-26' },
    {
      id: 'h',
      kind: 'HARVEST',
      title: t('harvest'),
      href: '#',
      state: say('Harvest', 'PUBLISHED'),
      at: '2019-06-26',
    },
    {
      id: 'w',
      kind: 'WORKING_GROUP',
      title: t('group'),
      state: say('WorkingGroup', 'ACTIVE'),
      at: '2019-09-12',
    },
    {
      id: 'p',
      kind: 'JOINT_PROJECT',
      title: t('project1'),
      href: '#',
      state: say('JointProject', 'CONSULTATION'),
      at: '2020-02-03',
      note: t('note'),
    },
    {
      id: 'q',
      kind: 'JOINT_PROJECT',
      title: t('project2'),
      href: '#',
      state: say('JointProject', 'COMPLETED'),
      at: '2021-05-18',
    },
  ]
  const other: ThreadNode[] = [
    { id: 'g', kind: 'GATHERING', title: t('gathering'), href: '#', at: '2019-06-25' },
    { id: 't', kind: 'TOPIC', title: t('topic'), href: '#', at: '2019-06-26' },
    { id: 'u', kind: 'TOPIC', title: t('other'), href: '#', state: say('Topic', 'MERGED'), at: '2019-06-26' },
    { id: 'v', kind: 'VOTE', title: t('dots', { count: 41 }), at: '2019-06-26' },
    {
      id: 'w',
      kind: 'WORKING_GROUP',
      title: t('group'),
      state: say('WorkingGroup', 'FORMING'),
      at: '2019-09-12',
    },
  ]
  return (
    <Section title={t('thread')} lead={t('threadLead')}>
      <ThreadStrip
        current="w"
        nodes={nodes}
        edges={[
          { from: 'g', to: 't' },
          { from: 't', to: 's' },
          { from: 's', to: 'h' },
          { from: 'h', to: 'w' },
          { from: 'w', to: 'p' },
        ]}
      />
      <Columns
        isEven
        main={
          <Thread
            current="w"
            nodes={nodes}
            edges={[
              { from: 'g', to: 't' },
              { from: 't', to: 's' },
              { from: 's', to: 'h' },
              { from: 'h', to: 'w' },
              { from: 'w', to: 'p' },
              { from: 'w', to: 'q' },
            ]}
          />
        }
        aside={
          <Thread
            current="w"
            nodes={other}
            edges={[
              { from: 'g', to: 't' },
              { from: 'g', to: 'u' },
              { from: 't', to: 'v' },
              { from: 'v', to: 'w' },
              { from: 'u', to: 'w' },
            ]}
          />
        }
      />
    </Section>
  )
}
