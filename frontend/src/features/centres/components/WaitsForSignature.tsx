import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Link } from '@/ui/Link'
import type { ToSign } from '../centre'
import { centreWords } from '../messages'
import styles from './WaitsForSignature.module.css'

/** The projects that wait for this centre's signature; it says so when it is the reader's own. */
export function WaitsForSignature({ centreId, toSign }: { centreId: string; toSign: ToSign }) {
  const t = useWords(centreWords)
  if (toSign.nodes.length === 0) return null
  const isMine = toSign.nodes.some(
    ({ viewerPartnership }) =>
      viewerPartnership?.viewerCanSign === true && viewerPartnership.centre.id === centreId,
  )
  return (
    <Banner tone="signal" title={t(isMine ? 'toSignMine' : 'toSign', { count: toSign.totalCount })}>
      <ul className={styles.projects}>
        {toSign.nodes.map(({ id, title }) => (
          <li key={id}>
            <Link href={addresses.project(id)}>{title}</Link>
          </li>
        ))}
      </ul>
    </Banner>
  )
}
