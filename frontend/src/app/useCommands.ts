import {
  CircleQuestionMark,
  Languages,
  Lightbulb,
  LogOut,
  Monitor,
  Moon,
  Plus,
  Sun,
  type LucideIcon,
} from 'lucide-react'
import { languageNames } from '@/i18n/language'
import { useLanguage } from '@/i18n/LanguageProvider'
import { useWords } from '@/i18n/useWords'
import { addresses } from './addresses'
import { leave } from './leave'
import { appWords } from './messages'
import { profileEntry, roomsFor } from './navigation'
import { setTheme, themes, useTheme } from './preferences'
import type { Viewer } from './session'

/** Something to do or somewhere to go. */
export interface Command {
  id: string
  label: string
  Icon: LucideIcon
  href?: string
  act?: () => void
}

export interface CommandSection {
  id: 'searchDo' | 'searchGo' | 'searchSettings'
  commands: Command[]
}

const themeLooks = {
  system: { word: 'themeSystem', Icon: Monitor },
  light: { word: 'themeLight', Icon: Sun },
  dark: { word: 'themeDark', Icon: Moon },
} as const

/** As it is typed: without accents, printers' spaces and apostrophes. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLocaleLowerCase()
}

/** What the viewer may do from anywhere, narrowed to what is typed, accents and capitals aside. */
export function useCommands(viewer: Viewer, typed: string): CommandSection[] {
  const t = useWords(appWords)
  const { language, setLanguage } = useLanguage()
  const theme = useTheme()
  const other = language === 'fr' ? 'en' : 'fr'

  const acts: Command[] = [
    {
      id: 'pepite',
      label: t('commandPepite'),
      Icon: Lightbulb,
      href: `${addresses.contributions()}?nouvelle=PEPITE`,
    },
    {
      id: 'question',
      label: t('commandQuestion'),
      Icon: CircleQuestionMark,
      href: `${addresses.contributions()}?nouvelle=QUESTION`,
    },
    { id: 'topic', label: t('commandTopic'), Icon: Plus, href: `${addresses.currentForum()}?proposer=true` },
  ]
  if (viewer.viewerCanRequestWorkingGroup)
    acts.push({
      id: 'group',
      label: t('commandGroup'),
      Icon: Plus,
      href: `${addresses.groups()}?demander=true`,
    })
  if (viewer.viewerCanDraftJointProject)
    acts.push({ id: 'project', label: t('commandProject'), Icon: Plus, href: addresses.newProject() })

  const sections: CommandSection[] = [
    { id: 'searchDo', commands: acts },
    {
      id: 'searchGo',
      commands: [...roomsFor(viewer.staffMember), profileEntry].map(({ href, word, Icon }) => ({
        id: href,
        label: t(word),
        Icon,
        href,
      })),
    },
    {
      id: 'searchSettings',
      commands: [
        {
          id: 'language',
          label: t('commandLanguage', { language: languageNames[other] }),
          Icon: Languages,
          act: () => setLanguage(other),
        },
        ...themes
          .filter((id) => id !== theme)
          .map((id) => ({
            id,
            label: t('commandTheme', { theme: t(themeLooks[id].word).toLocaleLowerCase() }),
            Icon: themeLooks[id].Icon,
            act: () => setTheme(id),
          })),
        { id: 'out', label: t('signOut'), Icon: LogOut, act: () => void leave() },
      ],
    },
  ]
  const wanted = plain(typed.trim())
  return sections
    .map(({ id, commands }) => ({
      id,
      commands: commands.filter(({ label }) => plain(label).includes(wanted)),
    }))
    .filter(({ commands }) => commands.length > 0)
}
