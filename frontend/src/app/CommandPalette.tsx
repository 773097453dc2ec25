import { ArrowRight, FolderKanban, Plus, Presentation, UsersRound, MapPin, User } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useQuery } from 'urql'
import { useWords } from '@/i18n/useWords'
import { SearchField } from '@/ui/SearchField'
import { addresses, addressOfKind } from './addresses'
import styles from './CommandPalette.module.css'
import { graphql } from './graphql'
import { appWords } from './messages'
import { navigation, profileEntry } from './navigation'
import { useViewer } from './session'

const searchQuery = graphql(`
  query Search($term: String!) {
    search(term: $term, first: 8) {
      kind
      id
      title
      context
    }
  }
`)

const icons: Record<string, typeof User> = {
  CENTRE: MapPin,
  STAFF_MEMBER: User,
  TOPIC: Presentation,
  WORKING_GROUP: UsersRound,
  JOINT_PROJECT: FolderKanban,
}

/** Follows what is typed with a pause, so that one word is one question. */
function useSearch(typed: string) {
  const [term, setTerm] = useState('')
  useEffect(() => {
    const pause = setTimeout(() => setTerm(typed.trim()), 180)
    return () => clearTimeout(pause)
  }, [typed])
  const [{ data, fetching }] = useQuery({ query: searchQuery, variables: { term }, pause: term.length < 2 })
  const isCurrent = term.length >= 2 && term === typed.trim()
  return {
    hits: isCurrent && data !== undefined ? data.search : [],
    isSearching: fetching || (typed.trim().length >= 2 && !isCurrent),
  }
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase()
}

/** Finds everything, does anything: one field, the keyboard's arrows, Enter. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const t = useWords(appWords)
  const viewer = useViewer()
  const [typed, setTyped] = useState('')
  const { hits, isSearching } = useSearch(typed)
  const matches = ({ label }: { label: string }) => plain(label).includes(plain(typed.trim()))
  const places = [...navigation, profileEntry]
    .map(({ href, word, Icon }) => ({ href, label: t(word), Icon }))
    .filter(matches)
  const acts = [
    { href: `${addresses.currentForum()}?proposer=true`, label: t('commandTopic'), isOpen: true },
    {
      href: `${addresses.groups()}?demander=true`,
      label: t('commandGroup'),
      isOpen: viewer.viewerCanRequestWorkingGroup,
    },
    { href: addresses.newProject(), label: t('commandProject'), isOpen: viewer.viewerCanDraftJointProject },
  ]
    .filter(({ isOpen }) => isOpen)
    .filter(matches)
  const isEmpty = hits.length + places.length + acts.length === 0

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
            </div>
            <Menu
              aria-label={t('searchTitle')}
              className={styles.menu!}
              onAction={onClose}
              renderEmptyState={() => null}
              selectionMode="none"
            >
              {hits.length === 0 ? null : (
                <MenuSection className={styles.section!}>
                  <Header className={styles.head!}>{t('searchResults')}</Header>
                  {hits.map((hit) => {
                    const Icon = icons[hit.kind] ?? ArrowRight
                    return (
                      <MenuItem
                        key={`${hit.kind}${hit.id}`}
                        id={`${hit.kind}${hit.id}`}
                        href={addressOfKind(hit.kind, hit.id)}
                        textValue={hit.title}
                        className={styles.item!}
                      >
                        <Icon aria-hidden="true" />
                        <span className={styles.title}>{hit.title}</span>
                        <span className={styles.context}>{hit.context}</span>
                      </MenuItem>
                    )
                  })}
                </MenuSection>
              )}
              {acts.length === 0 ? null : (
                <MenuSection className={styles.section!}>
                  <Header className={styles.head!}>{t('searchDo')}</Header>
                  {acts.map(({ href, label }) => (
                    <MenuItem key={href} id={href} href={href} textValue={label} className={styles.item!}>
                      <Plus aria-hidden="true" />
                      <span className={styles.title}>{label}</span>
                    </MenuItem>
                  ))}
                </MenuSection>
              )}
              {places.length === 0 ? null : (
                <MenuSection className={styles.section!}>
                  <Header className={styles.head!}>{t('searchGo')}</Header>
                  {places.map(({ href, label, Icon }) => (
                    <MenuItem key={href} id={href} href={href} textValue={label} className={styles.item!}>
                      <Icon aria-hidden="true" />
                      <span className={styles.title}>{label}</span>
                    </MenuItem>
                  ))}
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
          <p role="status" className={styles.status}>
            {typed.trim().length < 2
              ? t('searchHint')
              : isEmpty && !isSearching
                ? t('searchNothing', { term: typed.trim() })
                : ''}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
