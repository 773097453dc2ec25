import { Megaphone, Plus } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { ConfirmAct } from '@/ui/ConfirmAct'
import { EmptyState } from '@/ui/EmptyState'
import { onDemand } from '@/ui/later'
import { LineList, Row, Stack } from '@/ui/Layout'
import { Section } from '@/ui/Section'
import { removeItemMutation } from '../acts'
import { daysOf } from '../agenda'
import { goneFrom, type DraftItem, type Preparation } from '../gathering'
import { preparationWords } from '../preparationMessages'
import { DraftLine, GoneLine } from './DraftLine'

const ItemDialog = onDemand(async () => (await import('./ItemDialog')).ItemDialog)
const PublishDialog = onDemand(async () => (await import('./PublishDialog')).PublishDialog)

/** The draft of the programme: written day by day, then published as a whole. */
export function AgendaEditor({ gathering }: { gathering: Preparation }) {
  const t = useWords(preparationWords)
  const format = useFormat()
  const [edited, setEdited] = useState<DraftItem | 'new'>()
  const [open, setOpen] = useState<'item' | 'publish' | 'remove'>()
  const [removed, setRemoved] = useState<DraftItem>()
  const [remove] = useAct(removeItemMutation)
  const close = () => setOpen(undefined)
  const gone = goneFrom(gathering)
  const changes = gathering.draftAgenda.filter(({ change }) => change !== null).length + gone.length
  const edit = (item: DraftItem | 'new') => {
    setEdited(item)
    setOpen('item')
  }
  const add = (
    <Button icon={<Plus aria-hidden="true" />} onPress={() => edit('new')}>
      {t('add')}
    </Button>
  )
  return (
    <Stack>
      {changes === 0 ? (
        gathering.draftAgenda.length === 0 ? null : (
          <Banner tone="good" title={t('upToDate')} />
        )
      ) : (
        <Banner
          tone="signal"
          title={t('pending', { count: changes })}
          actions={
            <Button
              variant="primary"
              icon={<Megaphone aria-hidden="true" />}
              reason={gathering.viewerCanPublishAgenda ? undefined : t('publishReason')}
              onPress={() => setOpen('publish')}
            >
              {t('publishAgenda')}
            </Button>
          }
        />
      )}
      <Section title={t('agenda')} lead={t('agendaLead')} actions={add}>
        {gathering.draftAgenda.length + gone.length === 0 ? (
          <EmptyState title={t('agendaNone')} action={add}>
            <p>{t('agendaNoneText')}</p>
          </EmptyState>
        ) : (
          <Stack>
            {daysOf<DraftItem | ((typeof gone)[number] & { endsAt: string })>(
              [...gathering.draftAgenda, ...gone.map((item) => ({ ...item, endsAt: item.startsAt }))],
              (moment) => format.dayOf(moment),
            ).map(({ day, items }) => (
              <Section key={day} level={3} title={capital(format.date(day, 'weekday'))}>
                <LineList label={format.date(day, 'weekday')}>
                  {items.map((item) =>
                    'change' in item ? (
                      <DraftLine
                        key={item.id}
                        item={item}
                        onEdit={() => edit(item)}
                        onRemove={() => {
                          setRemoved(item)
                          setOpen('remove')
                        }}
                      />
                    ) : (
                      <GoneLine key={item.id} item={item} />
                    ),
                  )}
                </LineList>
              </Section>
            ))}
            <Row>{add}</Row>
          </Stack>
        )}
      </Section>
      {edited === undefined ? null : (
        <ItemDialog
          key={edited === 'new' ? 'new' : edited.id}
          gathering={gathering}
          item={edited === 'new' ? undefined : edited}
          isOpen={open === 'item'}
          onClose={close}
        />
      )}
      <PublishDialog gathering={gathering} isOpen={open === 'publish'} onClose={close} />
      {removed === undefined ? null : (
        <ConfirmAct
          title={t('removeItem', { title: removed.title })}
          confirm={t('remove')}
          isDanger
          isOpen={open === 'remove'}
          onClose={close}
          act={() => remove({ draftItemId: removed.id })}
          said={t('removed')}
        >
          <p>{t('removeText')}</p>
        </ConfirmAct>
      )}
    </Stack>
  )
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)
