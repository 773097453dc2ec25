import { screen } from '@testing-library/react'
import { renderApp, stubClient, type StubAnswer } from '@/test/render'
import { StagePage } from './StagePage'
import { listed, question, ran } from './testStage'

/** The page on a stage; every ask of the server but the page's own is noted. */
export async function show(
  state: object | null,
  answers: Record<string, StubAnswer> = {},
  { language = 'fr' as 'fr' | 'en', at = '/scenes/item' } = {},
) {
  const sent: Record<string, Record<string, unknown>[]> = {}
  const noted = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      (variables: Record<string, unknown>) => {
        ;(sent[name] ??= []).push((variables.input ?? variables) as Record<string, unknown>)
        return typeof answer === 'function' ? answer(variables) : answer
      },
    ]),
  )
  const client = stubClient({ StagePage: { stage: state }, ...noted })
  const rendered = await renderApp(<StagePage />, { client, language, path: '/scenes/$agendaItemId', at })
  await screen.findByRole('heading', { level: 1 })
  return { ...rendered, sent }
}

export const forAll = question({ ...ran })
export const onStage = question({
  id: 'on',
  text: 'Qui compte les postes vacants ?',
  state: 'ON_STAGE',
  viewerCanUnstage: true,
  viewerCanAnswer: true,
  viewerCanPromise: true,
})
export const run = { viewerCanRun: true, onStage, listed: listed(forAll) }
