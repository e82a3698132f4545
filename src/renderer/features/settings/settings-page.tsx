import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import i18next from 'i18next'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../shared/domain/settings'
import type { AppInfo } from '../../../shared/ipc/views'
import { SETTINGS_SECTIONS, type SettingsSectionId } from '../../stores/settings-sections'
import { loadSettings, useSettingsStore } from '../../stores/settings-store'
import { LoadFailure } from '../../ui/load-failure'
import { LoadingRows } from '../../ui/loading-rows'
import { Page } from '../../ui/page'
import { PageHeader } from '../../ui/page-header'
import { useLeaveGuard } from '../../ui/use-leave-guard'
import { AboutSection } from './about-section'
import { BackupSection } from './backup-section'
import { DataSection } from './data-section'
import { FrequencyCapSection } from './frequency-cap-section'
import { GatewaySection } from './gateway-section'
import { KeepSection } from './keep-section'
import { LimitsSection } from './limits-section'
import { LoginSection } from './login-section'
import { UpdatesSection } from './updates-section'
import { LogSection } from './log-section'
import { LookSection } from './look-section'
import { NotificationsSection } from './notifications-section'
import { QuietHoursSection } from './quiet-hours-section'
import { DefaultsSection, TimeoutsSection } from './sending-section'
import { saySaved } from './saved-toast'
import { SettingsFrame } from './settings-frame'
import { useSettingsDraft } from './use-settings-draft'

interface LoadedSettingsProps {
  readonly settings: Settings
  readonly info: AppInfo
}

function LoadedSettings({ settings, info }: LoadedSettingsProps) {
  const { t } = useTranslation(['settings', 'backup', 'common'])
  const form = useSettingsDraft(settings)
  const sections = useRef<HTMLDivElement>(null)
  useLeaveGuard('settings', () => form.isChanged)

  const save = async () => {
    if (!form.isChanged || form.isSaving) return
    if (!form.checked.ok) {
      sections.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
      return
    }
    const goesLive = form.values.gateway !== 'practice' && form.values.gateway !== settings.gateway
    const change = await form.save()
    if (change !== null)
      saySaved(change, () => i18next.t(goesLive ? 'settings:saved_live' : 'settings:saved'))
  }

  useHotkeys([['mod+S', () => void save()]], [])

  const contents: Readonly<Record<SettingsSectionId, ReactNode>> = {
    gateway: <GatewaySection form={form} stored={settings} />,
    limits: <LimitsSection form={form} />,
    'quiet-hours': <QuietHoursSection form={form} />,
    'frequency-cap': <FrequencyCapSection form={form} />,
    timeouts: <TimeoutsSection form={form} />,
    defaults: <DefaultsSection form={form} />,
    notifications: <NotificationsSection settings={settings} />,
    login: <LoginSection />,
    look: <LookSection settings={settings} />,
    backup: <BackupSection form={form} />,
    log: <LogSection form={form} />,
    keep: <KeepSection form={form} />,
    data: <DataSection info={info} />,
    updates: <UpdatesSection settings={settings} way={info.updates} zone={info.local_zone} />,
    about: <AboutSection info={info} />
  }

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
      <div ref={sections}>
        <SettingsFrame
          sections={SETTINGS_SECTIONS.map(({ id, titleKey }) => ({
            id,
            title: t(titleKey),
            content: contents[id]
          }))}
        />
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
