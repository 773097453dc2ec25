import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { expectNoAxe, renderApp, stubClient } from '@/test/render'
import { ColleaguesDialog } from './components/ColleaguesDialog'

const centre = { __typename: 'Centre', id: 'reso', shortName: 'Résovilles' }
/** A centre of three hundred. */
const team = Array.from({ length: 300 }, (_, n) => ({
  __typename: 'StaffMember',
  id: `p${n + 1}`,
  name: `Camille Numéro ${n + 1}`,
  centre,
}))

/** Answers as the server does: what matches, a page at a time, after a cursor. */
function page({ search, after }: Record<string, unknown>) {
  const found = team.filter(({ name }) => name.includes(typeof search === 'string' ? search : ''))
  const from = found.findIndex(({ id }) => id === after) + 1
  const nodes = found.slice(from, from + 12)
  return {
    staffMembers: {
      __typename: 'StaffMemberConnection',
      nodes,
      pageInfo: {
        __typename: 'PageInfo',
        hasNextPage: from + 12 < found.length,
        endCursor: nodes.at(-1)?.id ?? null,
      },
      totalCount: found.length,
    },
  }
}

const show = async (isAnyone = false, language: 'fr' | 'en' = 'fr') => {
  const asked: Record<string, unknown>[] = []
  const sent: unknown[] = []
  const rendered = await renderApp(
    <ColleaguesDialog
      gathering={{
        id: 'tours',
        startsOn: '2026-10-09',
        endsOn: '2026-10-10',
        viewerCanRegisterAnyone: isAnyone,
      }}
      isOpen
      onClose={() => undefined}
    />,
    {
      language,
      client: stubClient({
        TeamToRegister: (variables) => {
          asked.push(variables)
          return page(variables)
        },
        ListOptions: {
          themes: [],
          centres: {
            __typename: 'CentreConnection',
            nodes: [centre, { __typename: 'Centre', id: 'labo', shortName: 'Labo' }],
          },
          gatherings: null,
          centre: null,
        },
        RegisterColleagues: ({ input }) => {
          sent.push((input as { staffMemberIds: string[] }).staffMemberIds)
          return {
            registerColleagues: {
              __typename: 'RegisterColleaguesPayload',
              registrations: [{ __typename: 'Registration', id: 'r1', state: 'REGISTERED' }],
              gathering: null,
            },
          }
        },
      }),
    },
  )
  const dialog = await screen.findByRole('dialog')
  await within(dialog).findByRole('checkbox', { name: /^Camille Numéro 1(Résovilles| Résovilles)?$/ })
  return { ...rendered, dialog, asked, sent }
}

it.each(['fr', 'en'] as const)('is open to all: %s', async (language) => {
  const { dialog } = await show(true, language)
  await expectNoAxe(dialog)
})

it('finds anybody of three hundred, and keeps who was chosen while others are looked for', async () => {
  const { user, dialog, asked, sent } = await show()
  const box = (name: string) => within(dialog).findByRole<HTMLInputElement>('checkbox', { name })
  await user.click(await box('Camille Numéro 1'))
  await user.click(within(dialog).getByRole('button', { name: 'Afficher la suite' }))
  await user.click(await box('Camille Numéro 24'))
  expect((await box('Camille Numéro 1')).checked).toBe(true)
  expect(asked.at(-1)).toMatchObject({ after: 'p12' })

  const search = within(dialog).getByRole('searchbox', { name: 'Chercher par le nom' })
  await user.type(search, 'Numéro 299')
  await user.click(await box('Camille Numéro 299'))
  await waitFor(() => expect(within(dialog).queryByRole('checkbox', { name: 'Camille Numéro 1' })).toBeNull())
  const chosen = within(dialog).getByRole('list', { name: '3 personnes choisies' })
  expect(within(chosen).getAllByRole('listitem')).toHaveLength(3)
  await user.click(within(chosen).getByRole('button', { name: 'Retirer Camille Numéro 24' }))
  await user.clear(search)
  expect((await box('Camille Numéro 1')).checked).toBe(true)
  await user.click(within(dialog).getByRole('button', { name: 'Inscrire des collègues' }))
  await waitFor(() => expect(sent).toEqual([['p1', 'p299']]))
})

it('asks for somebody, and says when nobody matches', async () => {
  const { user, dialog, sent } = await show()
  await user.type(within(dialog).getByRole('searchbox'), 'zzz')
  await within(dialog).findByText('Personne ne correspond.')
  await user.click(within(dialog).getByRole('button', { name: 'Inscrire des collègues' }))
  expect((await within(dialog).findAllByText('Choisissez au moins une personne.')).length).toBeGreaterThan(0)
  expect(sent).toEqual([])
})

it('lets those who run the gathering look in any centre, theirs first', async () => {
  const { user, dialog, asked } = await show(true)
  const own = asked[0]!.centreId
  expect(own).not.toBeNull()
  await user.selectOptions(await within(dialog).findByRole('combobox', { name: 'Centre' }), 'labo')
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ centreId: 'labo', after: null }))
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Centre' }), 'Tous les centres')
  await waitFor(() => expect(asked.at(-1)!.centreId).toBeNull())
})
