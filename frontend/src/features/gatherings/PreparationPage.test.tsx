import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyStore } from '@/app/store'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { PreparationPage } from './PreparationPage'
import { draft, prepared } from './samplePreparation'

vi.mock('@/app/live', () => ({ useLive: () => undefined }))

beforeEach(emptyStore)

const centres = {
  centres: {
    __typename: 'CentreConnection',
    nodes: [
      { __typename: 'Centre', id: 'centre', shortName: 'Résovilles' },
      { __typename: 'Centre', id: 'labo', shortName: 'Labo Cités' },
    ],
  },
}

async function show(
  gathering: object | null,
  answers: Record<string, StubAnswer> = {},
  { tab = '', language = 'fr' as 'fr' | 'en' } = {},
) {
  return renderApp(<PreparationPage />, {
    client: stubClient({ Preparation: { gathering } as never, HostOptions: centres, ...answers }),
    path: '/rencontres/$gatheringId/preparation',
    at: `/rencontres/tours/preparation${tab && `?onglet=${tab}`}`,
    language,
  })
}

const releases = {
  gathering: {
    __typename: 'Gathering',
    id: 'tours',
    releases: [
      {
        __typename: 'AgendaRelease',
        id: 'r2',
        number: 2,
        note: 'Une salle change.',
        at: '2027-02-01T10:00:00Z',
        by: { __typename: 'StaffMember', id: 'claire', name: 'Claire Montbrun' },
        changes: [
          {
            __typename: 'AgendaChange',
            id: 'c1',
            kind: 'MOVED',
            title: 'Atelier',
            startsAt: '2027-03-26T13:00:00Z',
            space: 'Patio',
            formerStartsAt: '2027-03-26T10:00:00Z',
            formerSpace: 'Hall',
          },
        ],
      },
    ],
  },
}

describe('a preparation', () => {
  it.each([
    ['fr', ''],
    ['en', 'espaces'],
    ['fr', 'informations'],
    ['en', 'versions'],
  ] as const)('is open to all: %s %s', async (language, tab) => {
    const { container } = await show(prepared(), { AgendaReleases: releases }, { tab, language })
    await screen.findByRole('tabpanel')
    await screen.findAllByText(
      { '': /Ouverture/, espaces: /Cave/, informations: /Labo Cités/, versions: /Release 2/ }[tab],
    )
    await expectNoAxe(container)
  })

  it('is closed to others, and says to whom it is open', async () => {
    await show(prepared({ viewerCanEdit: false, viewerCanManageGuests: false, allowedTransitions: [] }))
    expect(await screen.findByText(/Cette préparation ne vous est pas ouverte/)).toBeDefined()
    expect(screen.queryByRole('tab')).toBeNull()
  })

  it('says what the next release would tell, cancelled items too', async () => {
    const gathering = prepared({
      draftAgenda: [
        draft('new', 'Atelier', { change: 'ADDED' }),
        draft('talk', 'Intervention', {
          change: 'MOVED',
          published: {
            __typename: 'AgendaItem',
            id: 'talk',
            startsAt: '2027-03-26T13:00:00Z',
            space: null,
          },
        }),
      ],
    })
    await show(gathering)
    expect(await screen.findByText('3 changements à publier')).toBeDefined()
    expect(screen.getByText('Nouveau')).toBeDefined()
    expect(screen.getByText(/publié à 26 mars 2027.*14:00/)).toBeDefined()
    expect(screen.getByText('Sera annulé').closest('li')?.textContent).toContain('Ouverture')
  })

  it('publishes what was read, with its note', async () => {
    let input: unknown
    const { user } = await show(prepared({ draftAgenda: [] }), {
      PublishAgenda: (variables) => {
        input = variables.input
        return { publishAgenda: { __typename: 'PublishAgendaPayload', gathering: null } }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Publier le programme' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText('Sera annulé')).toBeDefined()
    await user.type(within(dialog).getByRole('textbox', { name: 'Ce qui change' }), 'Plus d’ouverture')
    await user.click(within(dialog).getByRole('button', { name: 'Publier le programme' }))
    await waitFor(() =>
      expect(input).toMatchObject({ gatheringId: 'tours', version: 7, note: 'Plus d’ouverture' }),
    )
  })

  it('says why a programme cannot be published yet', async () => {
    await show(
      prepared({
        state: 'DRAFT',
        viewerCanPublishAgenda: false,
        draftAgenda: [draft('new', 'Atelier', { change: 'ADDED' })],
      }),
    )
    const button = await screen.findByRole('button', { name: 'Publier le programme' })
    expect(button.hasAttribute('disabled')).toBe(true)
    expect(screen.getByText('Annoncez d’abord la rencontre.')).toBeDefined()
  })
})

describe('an item of the programme', () => {
  it('is added at the hours of the place, and told when its room is taken', async () => {
    let input: unknown
    const { user } = await show(prepared(), {
      AddAgendaItem: (variables) => {
        input = variables.input
        return {
          errors: [{ code: 'CONFLICT', field: 'input.spaceId', message: 'Cet espace est déjà pris.' }],
        }
      },
    })
    await user.click((await screen.findAllByRole('button', { name: 'Ajouter un temps' }))[0]!)
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Ajouter un temps' }))
    expect((await dialog.findAllByText('Donnez un titre.')).length).toBeGreaterThan(0)
    await user.type(dialog.getByRole('textbox', { name: /Titre/ }), 'Atelier')
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Jour' }), 'samedi 27 mars')
    await user.type(dialog.getByLabelText(/Début/), '09:30')
    await user.type(dialog.getByLabelText(/Fin/), '09:00')
    await user.click(dialog.getByRole('button', { name: 'Ajouter un temps' }))
    expect((await dialog.findAllByText('La fin doit suivre le début.')).length).toBeGreaterThan(0)
    await user.clear(dialog.getByLabelText(/Fin/))
    await user.type(dialog.getByLabelText(/Fin/), '10:15')
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Espace' }), 'loire')
    await user.click(dialog.getByRole('button', { name: 'Ajouter un temps' }))
    expect((await dialog.findAllByText('Cet espace est déjà pris.')).length).toBeGreaterThan(0)
    expect(input).toMatchObject({
      gatheringId: 'tours',
      title: 'Atelier',
      startsAt: '2027-03-27T08:30:00Z',
      endsAt: '2027-03-27T09:15:00Z',
      spaceId: 'loire',
      capacity: null,
    })
  })

  it('that another has edited meanwhile shows both texts, and nothing is lost', async () => {
    const sent: { version: number; title: string }[] = []
    let reads = 0
    const { user } = await show(null, {
      Preparation: () => {
        reads += 1
        return {
          gathering: prepared(
            reads > 1
              ? { draftAgenda: [draft('opening', 'Ouverture par la maire', { version: 5 })] }
              : undefined,
          ),
        }
      },
      EditAgendaItem: (variables) => {
        sent.push(variables.input as (typeof sent)[number])
        return sent.length === 1
          ? { errors: [{ code: 'CONFLICT', field: 'version', message: 'Entre-temps…' }] }
          : {
              editAgendaItem: {
                __typename: 'EditAgendaItemPayload',
                item: draft('opening', 'Ouverture à deux voix', { version: 6 }),
              },
            }
      },
    })
    await user.click(await screen.findByRole('button', { name: /Agir sur.*Ouverture/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Modifier' }))
    const dialog = within(await screen.findByRole('dialog'))
    const title = dialog.getByRole('textbox', { name: /Titre/ })
    await user.clear(title)
    await user.type(title, 'Ouverture à deux voix')
    await user.click(dialog.getByRole('button', { name: 'Enregistrer' }))
    await user.click(await screen.findByRole('button', { name: 'Reprendre ma version' }))
    await user.click(await dialog.findByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[1]).toMatchObject({ version: 5, title: 'Ouverture à deux voix' })
  })
})

it('announces, and asks before', async () => {
  let input: unknown
  const { user } = await show(prepared({ state: 'DRAFT', allowedTransitions: ['PUBLISHED', 'CANCELLED'] }), {
    PublishGathering: (variables) => {
      input = variables.input
      return { publishGathering: { __typename: 'PublishGatheringPayload', gathering: null } }
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Annoncer la rencontre' }))
  await user.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: 'Annoncer la rencontre' }),
  )
  await waitFor(() => expect(input).toMatchObject({ gatheringId: 'tours', version: 3 }))
})

it('is cancelled with a reason', async () => {
  let input: unknown
  const { user } = await show(prepared(), {
    CancelGathering: (variables) => {
      input = variables.input
      return { cancelGathering: { __typename: 'CancelGatheringPayload', gathering: null } }
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Autres actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Annuler la rencontre' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(await dialog.findByRole('button', { name: 'Annuler la rencontre' }))
  expect((await dialog.findAllByText('Dites pourquoi.')).length).toBeGreaterThan(0)
  expect(input).toBeUndefined()
  await user.type(dialog.getByRole('textbox', { name: /Raison/ }), 'La salle a fermé.')
  await user.click(dialog.getByRole('button', { name: 'Annuler la rencontre' }))
  await waitFor(() => expect(input).toMatchObject({ reason: 'La salle a fermé.', version: 3 }))
})

it('tells why a room stays', async () => {
  const { user } = await show(
    prepared(),
    {
      RemoveSpace: {
        errors: [{ code: 'INVALID', field: 'input.spaceId', message: 'Quelque chose s’y tient encore.' }],
      } as never,
    },
    { tab: 'espaces' },
  )
  await user.click(await screen.findByRole('button', { name: /Agir sur.*Cave/ }))
  await user.click(await screen.findByRole('menuitem', { name: 'Retirer' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Retirer' }))
  expect(await screen.findByText('Quelque chose s’y tient encore.')).toBeDefined()
})
