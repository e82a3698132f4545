import { Button, Radio } from '@mantine/core'
import { IconMoon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import {
  GATEWAY_IDS,
  type GatewayId,
  type Settings,
  VIETNAM_QUIET_HOURS
} from '../../../shared/domain/settings'
import { askToConfirm } from '../../ui/confirm-dialog'
import { ConnectionTests } from './connection-tests'
import { GatewayFields } from './gateway-fields'
import { hasNoQuietHours, isPlainHttp } from './settings-draft'
import { SettingsSection } from './settings-section'
import type { SettingsForm } from './use-settings-draft'
import classes from './settings.module.css'

interface GatewaySectionProps {
  readonly form: SettingsForm
  /** The settings that hold now: going back to their gateway needs no question. */
  readonly stored: Settings
}

/** Where messages go. A way that reaches real people says so before it can be saved. */
export function GatewaySection({ form, stored }: GatewaySectionProps) {
  const { t } = useTranslation(['settings', 'common'])
  const { gateway, gateways } = form.values

  const choose = async (id: GatewayId) => {
    if (id === 'reference' && stored.gateway !== 'reference') {
      const address = gateways.reference.base_url
      const agreed = await askToConfirm({
        title: t('reference_dialog.title'),
        body: [
          t('reference_dialog.people', { address }),
          ...(isPlainHttp(address) ? [t('reference_dialog.plain_http')] : []),
          t('reference_dialog.then')
        ].join(' '),
        confirm: t('reference_dialog.confirm'),
        danger: true
      })
      if (!agreed) return
    }
    form.change({ gateway: id })
  }

  return (
    <SettingsSection title={t('gateway.title')} text={t('gateway.text')}>
      <div role="radiogroup" aria-label={t('gateway.title')} className={classes['cards']}>
        {GATEWAY_IDS.map((id) => (
          <div key={id} className={classes['card']} data-chosen={gateway === id || undefined}>
            <Radio
              name="gateway"
              value={id}
              checked={gateway === id}
              label={t(`gateway.names.${id}`)}
              description={t(`gateway.explained.${id}`)}
              classNames={{
                root: classes['choice'] ?? '',
                inner: classes['choiceMark'] ?? '',
                label: classes['choiceLabel'] ?? ''
              }}
              onChange={() => void choose(id)}
            />
            {gateway === id && id !== 'practice' && <GatewayFields form={form} id={id} stored={stored} />}
          </div>
        ))}
      </div>
      {gateway !== 'practice' && hasNoQuietHours(form.values) && (
        <div className={classes['offer']}>
          <IconMoon size={16} aria-hidden />
          <span>{t('quiet.offer')}</span>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => form.change({ quiet_hours: { ...VIETNAM_QUIET_HOURS } })}
          >
            {t('quiet.vietnam')}
          </Button>
        </div>
      )}
      <ConnectionTests form={form} />
    </SettingsSection>
  )
}
