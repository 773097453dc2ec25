import { words } from '@/i18n/words'

/** The job families of the network, and the roles that hold for all of it. */
export const jobWords = words('job', {
  fr: {
    DIRECTOR: 'Direction',
    MISSION_OFFICER: 'Chargé·e de mission',
    INFORMATION_OFFICER: 'Information et documentation',
    ADMINISTRATIVE_ASSISTANT: 'Assistance administrative',
    NATIONAL_COORDINATION: 'Coordination nationale',
    GUEST: 'Personne invitée',
    'role.NONE': 'Aucun rôle national',
    'role.COORDINATOR': 'Coordination du réseau',
    'role.ADMIN': 'Administration du réseau',
  },
  en: {
    DIRECTOR: 'Director',
    MISSION_OFFICER: 'Mission officer',
    INFORMATION_OFFICER: 'Information and documentation officer',
    ADMINISTRATIVE_ASSISTANT: 'Administrative assistant',
    NATIONAL_COORDINATION: 'National coordination',
    GUEST: 'Guest',
    'role.NONE': 'No national role',
    'role.COORDINATOR': 'Coordinator of the network',
    'role.ADMIN': 'Administrator of the network',
  },
})
