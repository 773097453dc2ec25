import { readFileSync } from 'node:fs'
import { cleanup, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { FragmentOf } from '@/app/graphql'
import { expectNoAxe, renderApp } from '@/test/render'
import type { eventLine } from './EventLine'
import { EventList } from './EventList'

type Line = FragmentOf<typeof eventLine>

const enumOf = (name: string) =>
  new RegExp(`enum ${name} \\{([^}]*)\\}`)
    .exec(readFileSync('../schema.graphql', 'utf8'))![1]!
    .trim()
    .split(/\s+/)

function line(changes: Record<string, unknown> = {}): Line {
  return {
    __typename: 'Event',
    id: '1',
    at: '2026-06-25T09:30:00Z',
    verb: 'UPDATE_POSTED',
    from: null,
    to: 'AT_RISK',
    excerpt: 'La trame est prête.',
    objectKind: 'WORKING_GROUP',
    objectId: 'g',
    actor: { __typename: 'StaffMember', id: 'p', name: 'Nadia Berthelot' },
    object: { __typename: 'WorkingGroup', id: 'g', name: 'Cités éducatives' },
    ...changes,
  } as unknown as Line
}

const show = async (event: Line, about?: string, language: 'fr' | 'en' = 'fr') =>
  renderApp(<EventList label="Journal" events={[event]} about={about} />, { language })

const sentence = () => document.querySelector('p')!.textContent

describe('EventLine', () => {
  it('says who did what to which object, with the first words of what was written', async () => {
    const { container } = await show(line())
    await expectNoAxe(container)
    expect(sentence()).toBe(
      'Nadia Berthelot a publié un point d’étape dans le groupe «\u202fCités éducatives\u202f»',
    )
    expect(screen.getByRole('link', { name: 'Cités éducatives' })).toHaveProperty('pathname', '/groupes/g')
    expect(screen.getByText('La trame est prête.').tagName).toBe('BLOCKQUOTE')
    expect(screen.getByText('À surveiller')).toBeTruthy()
  })

  it('does not name the object on its own page, nor an object its reader may not see', async () => {
    await show(line({ verb: 'MEMBER_JOINED', from: null, to: 'MEMBER', excerpt: '' }), 'g')
    expect(sentence()).toBe('Nadia Berthelot a rejoint le groupe')
    cleanup()
    await show(
      line({ verb: 'PROJECT_SENT', objectKind: 'JOINT_PROJECT', objectId: 'p', object: null, excerpt: '' }),
      'g',
    )
    expect(sentence()).toBe('Nadia Berthelot a envoyé un projet à la signature des centres')
  })

  it('chooses its words by what changed', async () => {
    await show(line({ verb: 'MEMBER_JOINED', from: 'APPLIED', to: 'MEMBER' }), 'g')
    expect(sentence()).toBe('Nadia Berthelot a admis une personne dans le groupe')
    cleanup()
    await show(
      line({ verb: 'MILESTONE_EDITED', from: '2026-01-01', to: '2026-03-01', excerpt: 'Trame' }),
      'g',
    )
    expect(sentence()).toBe(
      'Nadia Berthelot a déplacé un jalon dans le groupe\u00a0: Trame, désormais pour le 1er mars 2026',
    )
    cleanup()
    await show(line({ verb: 'MILESTONE_EDITED', from: '2026-01-01', to: null, excerpt: 'Trame' }), 'g', 'en')
    expect(sentence()).toBe('Nadia Berthelot moved a milestone in the group: Trame, now without a day')
    cleanup()
    await show(
      line({
        verb: 'FORUM_MOVED',
        objectKind: 'FORUM',
        to: 'MARKETPLACE',
        object: { __typename: 'Forum', id: 'f', name: 'Nantes' },
      }),
    )
    expect(sentence()).toBe(
      'Nadia Berthelot a ouvert la phase «\u202fPlace du marché\u202f» dans le forum «\u202fNantes\u202f»',
    )
  })

  it('folds facts alike into one that opens, and never what someone wrote', async () => {
    const at = (minute: number) => `2026-06-25T09:${String(minute).padStart(2, '0')}:00Z`
    const pitched = (id: string, minute: number) =>
      line({ id, at: at(minute), verb: 'TOPIC_PITCHED', excerpt: '', objectKind: 'TOPIC', object: null })
    const placed = line({
      id: 'b',
      at: at(2),
      verb: 'TOPIC_PLACED',
      objectKind: 'TOPIC',
      object: null,
      excerpt: 'Salle Loire',
    })
    const events = [pitched('a', 3), placed, pitched('c', 1), line({ id: 'd' }), line({ id: 'e' })]
    const { user } = await renderApp(<EventList label="Journal" events={events} />)
    expect(screen.getAllByRole('listitem')).toHaveLength(4)
    expect(document.querySelectorAll('p')).toHaveLength(4)
    await user.click(screen.getByRole('button', { name: 'et un autre fait semblable' }))
    expect(document.querySelectorAll('p')).toHaveLength(5)
  })

  it('has a sentence for every verb and a name for every kind of object, in both languages', async () => {
    const plain = { object: null, actor: null, excerpt: '', to: null }
    const events = [
      ...enumOf('EventVerb').map((verb) => line({ ...plain, id: verb, verb })),
      ...enumOf('ObjectKind').map((objectKind) => line({ ...plain, id: objectKind, objectKind })),
    ]
    for (const language of ['fr', 'en'] as const) {
      await renderApp(<EventList label="Journal" events={events} />, { language })
      const sentences = [...document.querySelectorAll('p')].map((p) => p.textContent)
      expect(sentences).toHaveLength(events.length)
      for (const text of sentences) expect(text).not.toMatch(/journal\.|[{}]|^$/)
      cleanup()
    }
  })
})
