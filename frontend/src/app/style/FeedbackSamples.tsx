import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { ConflictDialog } from '@/ui/ConflictDialog'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { Row, Stack } from '@/ui/Layout'
import { Menu } from '@/ui/Menu'
import { NewItems } from '@/ui/NewItems'
import { ProgressBar } from '@/ui/ProgressBar'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { notify } from '@/ui/Toast'
import { styleWords } from './messages'
import styles from './StylePage.module.css'

export function FeedbackSamples() {
  const t = useWords(styleWords)
  const [isConfirming, setConfirming] = useState(false)
  const [isConflict, setConflict] = useState(false)
  return (
    <Section title={t('feedback')}>
      <Stack>
        <Banner tone="signal" title={t('banner2')} actions={<Button size="s">{t('sign')}</Button>} />
        <Banner title={t('banner1')}>{t('banner1Text')}</Banner>
        <Banner tone="good" title={t('banner3')} />
        <Banner tone="danger" title={t('banner4')} />
        <Row>
          <Button onPress={() => setConfirming(true)}>{t('open')}</Button>
          <Button onPress={() => setConflict(true)}>{t('conflict')}</Button>
          <Button onPress={() => notify({ tone: 'good', text: t('told') })}>{t('tell')}</Button>
          <Menu
            label={t('menu')}
            items={[
              { id: 'edit', label: t('edit'), icon: <Pencil aria-hidden="true" /> },
              { id: 'remove', label: t('withdraw'), icon: <Trash2 aria-hidden="true" />, isDanger: true },
            ]}
          />
        </Row>
        <NewItems count={3} onShow={() => undefined} />
        <ProgressBar label={t('progress')} value={14} max={22} />
        <div className={styles.grid}>
          <Skeleton lines={4} />
          <EmptyState title={t('emptyTitle')} action={<Button variant="primary">{t('emptyAct')}</Button>}>
            {t('emptyText')}
          </EmptyState>
          <ErrorState code="NETWORK" onRetry={() => undefined} />
        </div>
      </Stack>
      <ConfirmDialog
        title={t('confirm')}
        confirm={t('withdraw')}
        isDanger
        isOpen={isConfirming}
        onClose={() => setConfirming(false)}
        onConfirm={() => setConfirming(false)}
      >
        {t('confirmText')}
      </ConfirmDialog>
      <ConflictDialog
        isOpen={isConflict}
        mine={t('cardText')}
        theirs={t('eventText')}
        theirsBy="Karim Osei"
        onKeepMine={() => setConflict(false)}
        onTakeTheirs={() => setConflict(false)}
      />
    </Section>
  )
}
