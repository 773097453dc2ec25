import {
  ArrowRight,
  CalendarDays,
  FolderKanban,
  Lightbulb,
  MapPin,
  MessageCircleQuestionMark,
  Presentation,
  User,
  UsersRound,
  X,
  type LucideIcon,
} from 'lucide-react'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useWords } from '@/i18n/useWords'
import { IconButton } from '@/ui/Button'
import { SearchField } from '@/ui/SearchField'
import { addressOfKind } from './addresses'
import styles from './CommandPalette.module.css'
import { appWords } from './messages'
import { useViewer } from './session'
import { useStates } from './states'
import { useCommands, type Command } from './useCommands'
import { useSearch, type SearchHit } from './useSearch'

const kinds: Partial<
  Record<SearchHit['kind'], { word: (typeof appWords)['keys'][number]; Icon: LucideIcon }>
> = {
  CENTRE: { word: 'centres', Icon: MapPin },
  STAFF_MEMBER: { word: 'searchPeople', Icon: User },
  GATHERING: { word: 'gatherings', Icon: CalendarDays },
  LIVE_QUESTION: { word: 'searchLiveQuestions', Icon: MessageCircleQuestionMark },
  CONTRIBUTION: { word: 'searchContributions', Icon: Lightbulb },
  TOPIC: { word: 'searchTopics', Icon: Presentation },
  WORKING_GROUP: { word: 'groups', Icon: UsersRound },
  JOINT_PROJECT: { word: 'projects', Icon: FolderKanban },
}

/** Where a hit belongs, in words: the server says a group's and a project's by their state. */
function useContext(): (hit: SearchHit) => string {
  const say = useStates()
  return ({ kind, context }) => {
    if (kind === 'WORKING_GROUP') return say('WorkingGroup', context).label
    if (kind === 'JOINT_PROJECT') return say('JointProject', context).label
    return context
  }
}

/** Finds everything, does anything: one field, the keyboard's arrows, Enter. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const t = useWords(appWords)
  const viewer = useViewer()
  const contextOf = useContext()
  const [typed, setTyped] = useState('')
  const { groups, isSearching } = useSearch(typed)
  const sections = useCommands(viewer, typed)
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0)
  const isShort = typed.trim().length < 2

  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={styles.veil!}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={styles.modal!}>
        <Dialog aria-label={t('searchTitle')} className={styles.dialog!}>
          <Autocomplete inputValue={typed} onInputChange={setTyped} disableVirtualFocus={false}>
            <div className={styles.field}>
              <SearchField
                label={t('search')}
                placeholder={t('searchPlaceholder')}
                value={typed}
                onChange={setTyped}
                autoFocus
              />
              <span className={styles.close}>
                <IconButton label={t('close')} icon={<X aria-hidden="true" />} onPress={onClose} />
              </span>
            </div>
            <Menu
              aria-label={t('searchTitle')}
              className={styles.menu!}
              onAction={onClose}
              renderEmptyState={() => null}
              selectionMode="none"
            >
              {groups.map(({ kind, hits }) => (
                <MenuSection key={kind} id={kind} className={styles.section!}>
                  <Header className={styles.head!}>{t(kinds[kind]?.word ?? 'searchResults')}</Header>
                  {hits.map((hit) => (
                    <Item
                      key={hit.id}
                      id={`${kind}${hit.id}`}
                      label={hit.title}
                      Icon={kinds[kind]?.Icon ?? ArrowRight}
                      href={addressOfKind(kind, hit.id)}
                      context={contextOf(hit)}
                    />
                  ))}
                </MenuSection>
              ))}
              {sections.map(({ id, commands }) => (
                <MenuSection key={id} id={id} className={styles.section!}>
                  <Header className={styles.head!}>{t(id)}</Header>
                  {commands.map((command) => (
                    <Item key={command.id} {...command} />
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
          <p role="status" className={styles.status}>
            {isShort
              ? t('searchHint')
              : isSearching
                ? ''
                : count > 0
                  ? t('searchCount', { count })
                  : t('searchNothing', { term: typed.trim() })}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Item({ id, label, Icon, href, act, context }: Command & { context?: string }) {
  return (
    <MenuItem
      id={id}
      textValue={label}
      className={styles.item!}
      {...(href === undefined ? {} : { href })}
      {...(act === undefined ? {} : { onAction: act })}
    >
      <Icon aria-hidden="true" />
      <span className={styles.title}>{label}</span>
      {context === undefined || context === '' ? null : <span className={styles.context}>{context}</span>}
    </MenuItem>
  )
}
