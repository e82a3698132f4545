import { Button } from '@mantine/core'
import { IconEraser } from '@tabler/icons-react'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { clearPracticeInbox, loadPractice, usePracticeStore } from '../../stores/practice-store'
import { useStateStore } from '../../stores/state-store'
import { LoadFailure } from '../../ui/load-failure'
import { LoadingRows } from '../../ui/loading-rows'
import { Page } from '../../ui/page'
import { PageHeader } from '../../ui/page-header'
import { reportFailure } from '../../ui/report-failure'
import { showToast } from '../../ui/toast'
import { MessageList } from './message-list'
import { ModePanel } from './mode-panel'
import { PracticeBanner } from './practice-banner'
import classes from './practice.module.css'

/** What the practice gateway was sent, and how it behaves. */
export function PracticePage() {
  const { t } = useTranslation('practice')
  const { inbox, status, error } = usePracticeStore()
  const gateway = useStateStore((state) => state.state?.gateway ?? 'practice')

  const clear = async () => {
    if (reportFailure(await clearPracticeInbox()).ok)
      showToast({ message: () => i18next.t('practice:cleared') })
  }
  return (
    <Page
      scroll="own"
      header={
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            <Button
              variant="default"
              leftSection={<IconEraser size={16} aria-hidden />}
              disabled={inbox === null || inbox.messages.length === 0}
              onClick={() => void clear()}
            >
              {t('clear')}
            </Button>
          }
        />
      }
    >
      {status === 'loading' && <LoadingRows height={70} rows={6} />}
      {status === 'failed' && error !== null && (
        <LoadFailure error={error} onRetry={() => void loadPractice()} />
      )}
      {inbox !== null && (
        <>
          <PracticeBanner gateway={gateway} />
          <div className={classes['columns']}>
            <div className={classes['inbox']}>
              <MessageList messages={inbox.messages} isPractising={gateway === 'practice'} />
            </div>
            <ModePanel modes={inbox.modes} />
          </div>
        </>
      )}
    </Page>
  )
}
