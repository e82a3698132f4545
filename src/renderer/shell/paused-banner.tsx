import { Button } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { setPausedAll, useStateStore } from '../stores/state-store'
import { reportFailure } from '../ui/report-failure'
import { Banner } from './banner'

/** Says on every page that nothing goes out, and how to go on. */
export function PausedBanner() {
  const { t } = useTranslation()
  const paused = useStateStore((state) => state.state?.paused_all ?? false)
  if (!paused) return null
  const resume = async () => reportFailure(await setPausedAll(false))
  return (
    <Banner
      tone="caution"
      icon={IconPlayerPause}
      title={t('paused_banner.title')}
      actions={
        <Button size="xs" variant="default" onClick={() => void resume()}>
          {t('paused_banner.resume')}
        </Button>
      }
    >
      {t('paused_banner.body')}
    </Banner>
  )
}
