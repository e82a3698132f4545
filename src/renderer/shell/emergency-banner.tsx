import { Button } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../shared/text/date-format'
import { openPage } from '../stores/navigation-store'
import { useCampaignsStore } from '../stores/campaigns-store'
import { useContactsStore } from '../stores/contacts-store'
import { useLocalZone } from '../stores/settings-store'
import { useStateStore } from '../stores/state-store'
import { Banner } from './banner'
import { releaseEmergencyStop } from '../ui/emergency-stop'

/** Says on every page that nothing is sent, why, and how to end that. */
export function EmergencyBanner() {
  const { t, i18n } = useTranslation()
  const zone = useLocalZone()
  const stop = useStateStore((store) => store.state?.emergency_stop ?? null)
  const restored = useRestoredText(stop?.backup_at)
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
      {restored ?? t(`emergency_banner.${stop.reason}`, { time })}
    </Banner>
  )
}

/** Which backup was put back, and what is here since; null when none was, or while that is still being read. */
function useRestoredText(backupAt: string | undefined): string | null {
  const { t, i18n } = useTranslation()
  const zone = useLocalZone()
  const contacts = useContactsStore(({ status, all }) => (status === 'ready' ? all : null))
  const campaigns = useCampaignsStore((state) => (state.status === 'ready' ? state.campaigns.length : null))
  if (backupAt === undefined || contacts === null || campaigns === null) return null
  return t('emergency_banner.backup', {
    when: formatDateTime(new Date(backupAt), zone, i18n.language, new Date()),
    contacts: t('contacts', { count: contacts }),
    campaigns: t('campaigns', { count: campaigns })
  })
}
