import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Row } from '@/ui/Layout'
import { Switch } from '@/ui/Switch'
import { choosePublicPart } from '../acts'
import { proceedingsEditWords } from '../editMessages'
import styles from './Proceedings.module.css'

export interface PublicSwitchProps {
  gatheringId: string
  entryId: string
  title: string
  isPublic: boolean
  onChanged: () => void
}

/** Whether anyone may read an entry, once the proceedings are final. */
export function PublicSwitch({ gatheringId, entryId, title, isPublic, onChanged }: PublicSwitchProps) {
  const t = useWords(proceedingsEditWords)
  const [choose, { isPending }] = useAct(choosePublicPart)
  return (
    <div className={styles.editing}>
      <Switch
        isSelected={isPublic}
        isDisabled={isPending}
        onChange={(chosen) =>
          void choose({ gatheringId, entryIds: [entryId], public: chosen }).then(onChanged)
        }
      >
        {t('inPublic')} <span className="visually-hidden">{title}</span>
      </Switch>
    </div>
  )
}

export interface PublicChapterProps {
  gatheringId: string
  entries: readonly { id: string; public: boolean }[]
  onChanged: () => void
}

/** The same for a whole chapter at once. */
export function PublicChapter({ gatheringId, entries, onChanged }: PublicChapterProps) {
  const t = useWords(proceedingsEditWords)
  const [choose, { isPending }] = useAct(choosePublicPart)
  const count = entries.filter((entry) => entry.public).length
  const all = (chosen: boolean) =>
    void choose({ gatheringId, entryIds: entries.map(({ id }) => id), public: chosen }).then(onChanged)
  return (
    <div className={styles.editing}>
      <Row>
        <span>{t('chosen', { count, total: entries.length })}</span>
        <Button
          size="s"
          isDisabled={count === entries.length}
          isPending={isPending}
          onPress={() => all(true)}
        >
          {t('all')}
        </Button>
        <Button size="s" isDisabled={count === 0} isPending={isPending} onPress={() => all(false)}>
          {t('nothing')}
        </Button>
      </Row>
      <p>{t('publicHelp')}</p>
    </div>
  )
}
