import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../shared/domain/settings'
import type { AppInfo } from '../../../shared/ipc/views'
import { loadSettings, useSettingsStore } from '../../stores/settings-store'
import { LoadFailure } from '../../ui/load-failure'
import { LoadingRows } from '../../ui/loading-rows'
import { Page } from '../../ui/page'
import { PageHeader } from '../../ui/page-header'
import { showToast } from '../../ui/toast'
import { useLeaveGuard } from '../../ui/use-leave-guard'
import { AboutSection } from './about-section'
import { FrequencyCapSection } from './frequency-cap-section'
import { GatewaySection } from './gateway-section'
import { LimitsSection } from './limits-section'
import { LoginSection } from './login-section'
import { LogSection } from './log-section'
import { LookSection } from './look-section'
import { NotificationsSection } from './notifications-section'
import { QuietHoursSection } from './quiet-hours-section'
import { CountrySection, TimeoutsSection } from './sending-section'
import { useSettingsDraft } from './use-settings-draft'
import classes from './settings.module.css'

interface LoadedSettingsProps {
  readonly settings: Settings
  readonly info: AppInfo
}

function LoadedSettings({ settings, info }: LoadedSettingsProps) {
  const { t } = useTranslation(['settings', 'common'])
  const form = useSettingsDraft(settings)
  const sections = useRef<HTMLDivElement>(null)
  useLeaveGuard(() => form.isChanged)

  const save = async () => {
    if (!form.isChanged || form.isSaving) return
    if (!form.checked.ok) {
      sections.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
      return
    }
    const goesLive = form.values.gateway !== 'practice' && form.values.gateway !== settings.gateway
    if (await form.save()) showToast({ message: t(goesLive ? 'saved_live' : 'saved') })
  }

  useHotkeys([['mod+S', () => void save()]], [])

  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          description={form.isChanged ? t('unsaved') : t('description')}
          actions={
            <>
              {form.isChanged && (
                <Button variant="default" disabled={form.isSaving} onClick={form.discard}>
                  {t('discard')}
                </Button>
              )}
              <Button disabled={!form.isChanged} loading={form.isSaving} onClick={() => void save()}>
                {t('common:actions.save')}
              </Button>
            </>
          }
        />
      }
    >
      <div className={classes['sections']} ref={sections}>
        <GatewaySection form={form} stored={settings.gateway} />
        <LimitsSection form={form} />
        <QuietHoursSection form={form} />
        <FrequencyCapSection form={form} />
        <TimeoutsSection form={form} />
        <CountrySection form={form} />
        <NotificationsSection settings={settings} />
        <LoginSection />
        <LogSection form={form} />
        <LookSection settings={settings} />
        <AboutSection info={info} />
      </div>
    </Page>
  )
}

/** How Loa sends, speaks and looks. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  const { settings, info, status, error } = useSettingsStore()
  if (settings !== null && info !== null) return <LoadedSettings settings={settings} info={info} />
  return (
    <Page header={<PageHeader title={t('title')} description={t('description')} />}>
      {status === 'failed' && error !== null ? (
        <LoadFailure error={error} onRetry={() => void loadSettings()} />
      ) : (
        <LoadingRows height={90} rows={5} />
      )}
    </Page>
  )
}
