import { Bookmark, BookmarkCheck } from 'lucide-react'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { agendaWords } from '../agendaMessages'

export const keepButton = graphql(`
  fragment KeepButton on AgendaItem {
    id
    title
    kind
    capacity
    keptCount
    viewerKeeps
    viewerCanKeep
  }
`)

const keepMutation = graphql(`
  mutation KeepAgendaItem($input: KeepAgendaItemInput!) {
    keepAgendaItem(input: $input) {
      agendaItem {
        id
        keptCount
        viewerKeeps
      }
    }
  }
`)

const dropMutation = graphql(`
  mutation DropAgendaItem($input: DropAgendaItemInput!) {
    dropAgendaItem(input: $input) {
      agendaItem {
        id
        keptCount
        viewerKeeps
      }
    }
  }
`)

/** Keeps an item in one's own programme, or no longer. What is for everybody needs no keeping. */
export function KeepButton({ item }: { item: FragmentOf<typeof keepButton> }) {
  const t = useWords(agendaWords)
  const { id, title, kind, capacity, keptCount, viewerKeeps, viewerCanKeep } = readFragment(keepButton, item)
  const [keep, keeping] = useAct(keepMutation)
  const [drop, dropping] = useAct(dropMutation)
  if (!viewerKeeps && (!viewerCanKeep || kind === 'BREAK' || kind === 'PLENARY')) return null
  const isFull = !viewerKeeps && capacity !== null && keptCount >= capacity
  return (
    <Button
      size="s"
      variant="quiet"
      aria-label={viewerKeeps ? t('dropLabel', { title }) : t('keepLabel', { title })}
      aria-pressed={viewerKeeps}
      reason={isFull ? t('full') : undefined}
      isPending={keeping.isPending || dropping.isPending}
      icon={viewerKeeps ? <BookmarkCheck aria-hidden="true" /> : <Bookmark aria-hidden="true" />}
      onPress={() => void (viewerKeeps ? drop({ agendaItemId: id }) : keep({ agendaItemId: id }))}
    >
      {viewerKeeps ? t('kept') : t('keep')}
    </Button>
  )
}
