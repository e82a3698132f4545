import { Button } from '@mantine/core'
import { IconClockExclamation } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../shared/text/date-format'
import { useLocalZone } from '../stores/settings-store'
import { confirmClock, useStateStore } from '../stores/state-store'
import { reportFailure } from '../ui/report-failure'
import { spanText } from '../ui/span-text'
import { useNow } from '../ui/use-now'
import { Banner } from './banner'

const SECOND_MS = 1_000

/** The clock jumped: says what time Loa believes it is, and asks. */
export function ClockBanner() {
  const { t, i18n } = useTranslation()
  const zone = useLocalZone()
  const now = new Date(useNow(SECOND_MS))
  const hold = useStateStore((store) => store.state?.clock_hold ?? null)
  if (hold === null) return null
  const confirm = async () => reportFailure(await confirmClock())
  return (
    <Banner
      tone="caution"
      icon={IconClockExclamation}
      title={t('clock_banner.title', { duration: spanText(hold.by_ms, t) })}
      actions={
        <Button size="xs" onClick={() => void confirm()}>
          {t('clock_banner.confirm')}
        </Button>
      }
    >
      {t('clock_banner.body', { time: formatDateTime(now, zone, i18n.language, new Date(0)) })}
    </Banner>
  )
}
