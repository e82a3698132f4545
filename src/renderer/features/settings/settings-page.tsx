import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useRef } from 'react'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../shared/domain/settings'
import type { AppInfo } from '../../../shared/ipc/views'
import { loadSettings, saveSettings, useSettingsStore } from '../../stores/settings-store'
import { LoadFailure } from '../../ui/load-failure'
import { LoadingRows } from '../../ui/loading-rows'
import { Page } from '../../ui/page'
import { PageHeader } from '../../ui/page-header'
import { reportFailure } from '../../ui/report-failure'
import { showToast } from '../../ui/toast'
import { useLeaveGuard } from '../../ui/use-leave-guard'
import { AboutSection } from './about-section'
import { BackupSection } from './backup-section'
import { DataSection } from './data-section'
import { FrequencyCapSection } from './frequency-cap-section'
import { GatewaySection } from './gateway-section'
import { KeepSection } from './keep-section'
import { LimitsSection } from './limits-section'
import { LoginSection } from './login-section'
import { LogSection } from './log-section'
import { LookSection } from './look-section'
import { NotificationsSection } from './notifications-section'
import { QuietHoursSection } from './quiet-hours-section'
import { DefaultsSection, TimeoutsSection } from './sending-section'
import { checkDraft, draftOf, type SettingsDraft } from './settings-draft'
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
  useLeaveGuard(() => form.isChanged)

  const save = async () => {
    if (!form.isChanged || form.isSaving) return
    if (!form.checked.ok) {
      sections.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
      return
    }
    const goesLive = form.values.gateway !== 'practice' && form.values.gateway !== settings.gateway
    const before = draftOf(settings)
    const isSameGateway = form.values.gateway === settings.gateway
    if (!(await form.save())) return
    // The gateway is changed by nothing but a decision: real people hang on it.
    const action = { label: t('common:actions.undo'), onClick: () => void undo(before) }
    showToast({ message: t(goesLive ? 'saved_live' : 'saved'), ...(isSameGateway && { action }) })
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
      <div ref={sections}>
        <SettingsFrame
          sections={[
            {
              id: 'gateway',
              title: t('gateway.title'),
              content: <GatewaySection form={form} stored={settings} />
            },
            { id: 'limits', title: t('limits.title'), content: <LimitsSection form={form} /> },
            { id: 'quiet-hours', title: t('quiet.title'), content: <QuietHoursSection form={form} /> },
            { id: 'frequency-cap', title: t('cap.title'), content: <FrequencyCapSection form={form} /> },
            { id: 'timeouts', title: t('timeouts.title'), content: <TimeoutsSection form={form} /> },
            { id: 'defaults', title: t('country.title'), content: <DefaultsSection form={form} /> },
            {
              id: 'notifications',
              title: t('notify.title'),
              content: <NotificationsSection settings={settings} />
            },
            { id: 'login', title: t('login.title'), content: <LoginSection /> },
            { id: 'look', title: t('look.title'), content: <LookSection settings={settings} /> },
            { id: 'backup', title: t('backup:title'), content: <BackupSection form={form} /> },
            { id: 'log', title: t('log.title'), content: <LogSection form={form} /> },
            { id: 'keep', title: t('keep.title'), content: <KeepSection form={form} /> },
            { id: 'data', title: t('data.title'), content: <DataSection info={info} /> },
            { id: 'about', title: t('about.title'), content: <AboutSection info={info} /> }
          ]}
        />
      </div>
    </Page>
  )
}

/** Puts back what a save has changed; what has changed elsewhere since stays. */
async function undo(before: SettingsDraft): Promise<void> {
  const { settings } = useSettingsStore.getState()
  const checked = settings === null ? null : checkDraft(settings, before)
  if (checked?.ok !== true) return
  const saved = reportFailure(await saveSettings(checked.patch))
  if (saved.ok) showToast({ message: i18next.t('settings:undone') })
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
