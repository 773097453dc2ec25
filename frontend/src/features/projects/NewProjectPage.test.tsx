import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { clearDraft, readDraft } from '@/app/drafts'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { sessionAnswer } from '@/test/viewer'
import { NewProjectPage } from './NewProjectPage'
import { around, lead, own, samplePage } from './sampleProject'

const group = {
  __typename: 'WorkingGroup',
  id: 'group',
  name: 'Familles et école',
  purpose: 'Associer les familles.',
  viewerCanDraftJointProject: true,
  themes: [{ __typename: 'Theme', id: 'theme' }],
  members: samplePage('Membership', [
    {
      __typename: 'Membership',
      id: 'm1',
      staffMember: { __typename: 'StaffMember', id: 's1', centre: lead },
    },
    {
      __typename: 'Membership',
      id: 'm2',
      staffMember: { __typename: 'StaffMember', id: 's2', centre: null },
    },
  ]),
}

function server(more: Record<string, StubAnswer> = {}, viewer = { viewerCanDraftJointProject: true }) {
  const sent: Record<string, unknown>[] = []
  const client = stubClient({
    ...around,
    Session: sessionAnswer({
      ...viewer,
      staffMember: {
        __typename: 'StaffMember',
        id: 'person',
        name: 'Farida Benhaddou',
        givenName: 'Farida',
        job: 'DIRECTOR',
        centre: { ...own, timeZone: 'Europe/Paris' },
      },
    }),
    ProjectOrigin: ({ isKnown }) => ({
      ...(isKnown === true ? { contribution: null, topic: null, workingGroup: group } : {}),
      jointProjects: samplePage('JointProject', []),
    }),
    DraftJointProject: ({ input }) => {
      sent.push(input as Record<string, unknown>)
      return {
        draftJointProject: {
          __typename: 'DraftJointProjectPayload',
          jointProject: { __typename: 'JointProject', id: 'made' },
        },
      }
    },
    ProposePartner: ({ input }) => {
      sent.push(input as Record<string, unknown>)
      return { proposePartner: { __typename: 'ProposePartnerPayload', jointProject: null } }
    },
    ...more,
  })
  return { client, sent }
}

const at = (search = '') => ({ path: '/projets/nouveau', at: `/projets/nouveau${search}` })

afterEach(async () => {
  await clearDraft('new-project:')
  await clearDraft('new-project:group')
  await clearDraft('new-project:pepite')
})

const goOn = (user: UserEvent) => user.click(screen.getByRole('button', { name: 'Continuer' }))

/** Goes from the second step to the last with one partner. */
async function toReview(user: UserEvent) {
  await user.type(await screen.findByLabelText(/^Début/), '2027-01-01')
  await user.type(screen.getByLabelText(/^Fin/), '2027-12-31')
  await user.type(screen.getByLabelText(/Jours de travail/), '12')
  await user.type(screen.getByLabelText(/Budget/), '3 000')
  await goOn(user)
  await user.click(await screen.findByRole('button', { name: 'Ajouter Résovilles' }))
  await user.type(screen.getByLabelText(/Jours de travail/), '5')
  await user.type(screen.getByLabelText(/Budget/), '0')
  await goOn(user)
  await screen.findByRole('button', { name: 'Enregistrer le brouillon' })
}

describe('NewProjectPage', () => {
  it('takes over from a pépite', async () => {
    const { client } = server({
      ProjectOrigin: {
        contribution: {
          __typename: 'Contribution',
          id: 'pepite',
          title: 'Maraudes numériques',
          context: 'Un quartier sans guichet.',
          done: 'Une camionnette.',
          viewerCanDraftJointProject: true,
          themes: [],
        },
        topic: null,
        workingGroup: null,
        jointProjects: { __typename: 'JointProjectConnection', nodes: [] },
      },
    })
    await renderApp(<NewProjectPage />, { client, ...at('?origine=pepite') })
    expect(await screen.findByDisplayValue('Maraudes numériques')).toBeTruthy()
    expect((screen.getByLabelText(/À quoi sert/) as HTMLTextAreaElement).value).toBe(
      'Un quartier sans guichet.\n\nUne camionnette.',
    )
    expect(screen.getByRole('link', { name: /Maraudes numériques/ }).getAttribute('href')).toBe(
      '/pepites/pepite',
    )
  })

  it('takes over from the group, goes step by step and shows what each centre will sign', async () => {
    const { client, sent } = server()
    const { user, container, address } = await renderApp(<NewProjectPage />, {
      client,
      ...at('?origine=group'),
    })
    expect(await screen.findByDisplayValue('Familles et école')).toBeTruthy()
    expect(await screen.findByRole('checkbox', { name: 'Éducation' })).toHaveProperty('checked', true)
    await expectNoAxe(container)
    await goOn(user)
    await waitFor(() => expect(address()).toContain('etape=part'))
    await toReview(user)
    await expectNoAxe(container)
    const asked = screen.getByRole('heading', { name: 'Résovilles' }).closest('section')!
    expect(within(asked).getByText('5 jours')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Enregistrer le brouillon' }))
    await waitFor(() => expect(address()).toBe('/projets/made'))
    expect(sent).toMatchObject([
      {
        originId: 'group',
        title: 'Familles et école',
        themeIds: ['theme'],
        startsOn: '2027-01-01',
        endsOn: '2027-12-31',
        personDays: 12,
        money: 3000,
        minimumPartners: 2,
      },
      { jointProjectId: 'made', centreId: 'lead', role: 'PARTNER', personDays: 5, money: 0 },
    ])
    expect(await readDraft('new-project:group')).toBeUndefined()
  })

  it('says what is missing in a step before it goes on', async () => {
    const { client } = server()
    const { user, address } = await renderApp(<NewProjectPage />, { client, ...at() })
    await screen.findByLabelText(/Titre du projet/)
    await goOn(user)
    const faults = await screen.findByRole('alert')
    expect(within(faults).getByText('Donnez un titre au projet')).toBeTruthy()
    expect(within(faults).getByText('Dites à quoi sert le projet')).toBeTruthy()
    expect(address()).toBe('/projets/nouveau')
  })

  it('can be left and taken up again', async () => {
    const { client } = server()
    const { user, unmount } = await renderApp(<NewProjectPage />, { client, ...at() })
    await user.type(await screen.findByLabelText(/Titre du projet/), 'Cuisines')
    await waitFor(async () => expect((await readDraft('new-project:'))?.values.title).toBe('Cuisines'))
    unmount()
    const { user: again } = await renderApp(<NewProjectPage />, { client: server().client, ...at() })
    expect(await screen.findByDisplayValue('Cuisines')).toBeTruthy()
    await again.click(await screen.findByRole('button', { name: 'Repartir de zéro' }))
    await waitFor(() => expect(screen.getByLabelText(/Titre du projet/)).toHaveProperty('value', ''))
    await waitFor(async () => expect(await readDraft('new-project:')).toBeUndefined())
  })

  it('keeps the draft that is made when a centre could not be added, and adds it without making another', async () => {
    let refuse = true
    const { client, sent } = server({
      ProposePartner: () =>
        refuse
          ? { errors: [{ code: 'INVALID', field: 'input.personDays', message: 'Trop de jours.' }] }
          : { proposePartner: { __typename: 'ProposePartnerPayload', jointProject: null } },
    })
    const { user, address } = await renderApp(<NewProjectPage />, { client, ...at('?origine=group') })
    await screen.findByDisplayValue('Familles et école')
    await goOn(user)
    await toReview(user)
    await user.click(screen.getByRole('button', { name: 'Enregistrer le brouillon' }))
    expect(await screen.findByText(/un centre n’a pas pu y être ajouté/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Voir le brouillon' }).getAttribute('href')).toBe('/projets/made')
    // The fault is at the centre's own field, in the step where it is.
    expect((await screen.findAllByText('Trop de jours.')).length).toBeGreaterThan(0)
    expect(await screen.findByLabelText(/Jours de travail/)).toBeTruthy()
    refuse = false
    await goOn(user)
    await user.click(await screen.findByRole('button', { name: 'Ajouter les centres' }))
    await waitFor(() => expect(address()).toBe('/projets/made'))
    expect(sent).toHaveLength(1)
  })

  it('tells who may propose', async () => {
    const { client } = server({}, { viewerCanDraftJointProject: false })
    const { container } = await renderApp(<NewProjectPage />, { client, ...at() })
    expect(await screen.findByText('Les projets communs sont proposés par les directions')).toBeTruthy()
    await expectNoAxe(container)
  })
})
