import { Button } from '@mantine/core'
import { IconDatabaseExclamation, IconDeviceFloppy, IconMoon, IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Warning } from '../../../shared/ipc/views'
import { sizeText } from '../../../shared/text/size-text'
import { openPage } from '../../stores/navigation-store'
import { When } from '../../ui/when'
import { CardLine, DecisionCard } from './decision-card'
import { DecisionSection } from './decision-section'

function keyOf(warning: Warning): string {
  if (warning.kind === 'storage_failed') return warning.file
  return 'campaign_id' in warning ? `${warning.kind} ${warning.campaign_id}` : warning.kind
}

/** What may go wrong soon, while there is still time. */
export function WarningsSection({ warnings }: { readonly warnings: readonly Warning[] }) {
  const { t } = useTranslation('attention')
  return (
    <DecisionSection
      title={t('warnings.title')}
      about={t('warnings.about')}
      items={warnings}
      keyOf={keyOf}
      card={(warning) => <WarningCard warning={warning} />}
    />
  )
}

function WarningCard({ warning }: { readonly warning: Warning }) {
  const { t, i18n } = useTranslation(['attention', 'common'])
  if (warning.kind === 'storage_failed') {
    const { file, detail } = warning
    return (
      <DecisionCard tone="bad" icon={IconDeviceFloppy} title={t('warnings.storage_failed', { file })}>
        <CardLine>{t('warnings.storage_text', { detail })}</CardLine>
      </DecisionCard>
    )
  }
  if (warning.kind === 'disk_low') {
    const free = sizeText(warning.free_bytes, i18n.language)
    return (
      <DecisionCard tone="bad" icon={IconDatabaseExclamation} title={t('warnings.disk_low', { free })}>
        <CardLine>{t('warnings.disk_low_text')}</CardLine>
      </DecisionCard>
    )
  }
  const settings = (
    <Button size="xs" variant="default" onClick={() => void openPage('settings')}>
      {t('warnings.open_settings')}
    </Button>
  )
  if (warning.kind === 'backup_failed') {
    const { detail, last_at } = warning
    return (
      <DecisionCard
        tone="caution"
        icon={IconDeviceFloppy}
        title={t('warnings.backup_failed')}
        actions={settings}
      >
        <CardLine>{t('warnings.backup_failed_text', { detail })}</CardLine>
        <CardLine>
          {last_at === null ? (
            t('warnings.no_backup')
          ) : (
            <>
              {t('warnings.last_backup')} <When at={last_at} inline withRelative />
            </>
          )}
        </CardLine>
      </DecisionCard>
    )
  }
  const { campaign_name: name, occurrence } = warning
  const due = (
    <CardLine>
      <When at={occurrence.at} zone={occurrence.zone} inline withRelative />
    </CardLine>
  )
  if (warning.kind === 'asleep_likely') {
    const { days_asleep: asleep, days_known: count } = warning
    return (
      <DecisionCard tone="caution" icon={IconMoon} title={t('warnings.asleep_likely', { name })}>
        {due}
        <CardLine>{t('warnings.asleep_text', { asleep, count })}</CardLine>
      </DecisionCard>
    )
  }
  const names = warning.channels.map((channel) => t(`common:channels.${channel}`))
  const channels = new Intl.ListFormat(i18n.language).format(names)
  return (
    <DecisionCard
      tone="bad"
      icon={IconPlugConnectedX}
      title={t('warnings.gateway_down', { name })}
      actions={settings}
    >
      {due}
      <CardLine>{t('warnings.gateway_down_text', { channels })}</CardLine>
    </DecisionCard>
  )
}
