import { ChartNetwork, FolderKanban, Home, MapPin, Presentation, User, Users, UsersRound } from 'lucide-react'
import { addresses } from './addresses'

/** The rooms of the house, in the order of the idea's way: from the wall of the forum to what came of it. */
export const navigation = [
  { href: addresses.home(), word: 'home', Icon: Home },
  { href: addresses.currentForum(), word: 'forum', Icon: Presentation },
  { href: addresses.groups(), word: 'groups', Icon: UsersRound },
  { href: addresses.projects(), word: 'projects', Icon: FolderKanban },
  { href: addresses.centres(), word: 'centres', Icon: MapPin },
  { href: addresses.people(), word: 'people', Icon: Users },
  { href: addresses.observatory(), word: 'observatory', Icon: ChartNetwork },
] as const

export const profileEntry = { href: addresses.profile(), word: 'profile', Icon: User } as const

/** The four within reach of a thumb; the rest is behind « Plus ». */
export const phoneNavigation = navigation.slice(0, 4)
export const phoneMore = [...navigation.slice(4), profileEntry]
