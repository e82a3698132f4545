import { Button } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { openPage } from '../stores/navigation-store'
import { useLocalZone } from '../stores/settings-store'
import { useStateStore } from '../stores/state-store'
import { formatDateTime } from '../ui/date-format'
import { Banner } from './banner'
import { releaseEmergencyStop } from '../ui/emergency-stop'

/** Says on every page that nothing is sent, why, and how to end that. */
export function EmergencyBanner() {
  const { t, i18n } = useTranslation()
  const zone = useLocalZone()
  const stop = useStateStore((store) => store.state?.emergency_stop ?? null)
  if (stop === null) return null
  const time = formatDateTime(new Date(stop.at), zone, i18n.language, new Date())
  return (
    <Banner
      tone="bad"
      icon={IconHandStop}
      title={t('emergency_banner.title')}
      actions={
        <>
          <Button size="xs" variant="default" onClick={() => void openPage('attention')}>
            {t('emergency_banner.decide')}
          </Button>
          <Button size="xs" color="red" onClick={() => void releaseEmergencyStop()}>
            {t('emergency_banner.release')}
          </Button>
        </>
      }
    >
      {t(`emergency_banner.${stop.reason}`, { time })}
    </Banner>
  )
}
