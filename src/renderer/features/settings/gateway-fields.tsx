import { TextInput } from '@mantine/core'
import { IconAlertTriangle, IconLockOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { GatewayAddresses, Settings } from '../../../shared/domain/settings'
import { useSecretsStore } from '../../stores/secrets-store'
import { GatewayKeys } from './gateway-keys'
import { Resettable } from './resettable'
import { DEFAULT_DRAFT, endpointOf, hostOf, isPlainHttp } from './settings-draft'
import type { SettingsForm } from './use-settings-draft'
import classes from './settings.module.css'

interface GatewayFieldsProps {
  readonly form: SettingsForm
  readonly id: 'reference' | 'custom'
  readonly stored: Settings
}

/** The addresses and keys of a gateway that reaches real people, with what follows from them. */
export function GatewayFields({ form, id, stored }: GatewayFieldsProps) {
  const { t } = useTranslation('settings')
  const hasKeys = useSecretsStore(({ secrets }) => (secrets?.gateways[id].secrets.length ?? 0) > 0)
  const addresses = form.values.gateways[id]
  const defaults = DEFAULT_DRAFT.gateways[id]
  const set = (changed: Partial<GatewayAddresses>) =>
    form.change({ gateways: { ...form.values.gateways, [id]: { ...addresses, ...changed } } })

  const field = (key: keyof GatewayAddresses, hint: string, placeholder?: string) => {
    const error = form.errorAt(`gateways.${id}.${key}`)
    return (
      <Resettable
        field={t(`gateway.${key}`)}
        isDefault={addresses[key] === defaults[key]}
        value={defaults[key] === '' ? t('reset.none') : defaults[key]}
        onReset={() => set({ [key]: defaults[key] })}
      >
        <TextInput
          label={t(`gateway.${key}`)}
          placeholder={placeholder}
          description={error === undefined && hint}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          spellCheck={false}
          value={addresses[key]}
          error={error}
          onChange={(event) => set({ [key]: event.currentTarget.value })}
        />
      </Resettable>
    )
  }
  const whatsapp = endpointOf(addresses, 'whatsapp')
  const telegram = endpointOf(addresses, 'telegram')
  const isPlain = isPlainHttp(addresses.base_url) || isPlainHttp(addresses.ai_call_url)
  return (
    <div className={classes['addresses']}>
      {stored.gateway !== id && (
        <p className={classes['warning']} data-tone="caution">
          <IconAlertTriangle size={16} aria-hidden />
          <span>{t('gateway.live_warning')}</span>
        </p>
      )}
      {field(
        'base_url',
        whatsapp === '' ? t('gateway.base_url_missing') : t('gateway.base_url_hint', { whatsapp, telegram }),
        'https://gateway.example.com'
      )}
      {field(
        'ai_call_url',
        t(addresses.ai_call_url.trim() === '' ? 'gateway.ai_call_url_missing' : 'gateway.ai_call_url_hint'),
        'https://calls.example.com/start'
      )}
      {field('user_id', t('gateway.user_id_hint'))}
      {isPlain && (
        <p className={classes['warning']} data-tone="caution">
          <IconLockOpen size={16} aria-hidden />
          <span>{t('gateway.plain_http')}</span>
        </p>
      )}
      {hasKeys && leadsElsewhere(addresses, stored.gateways[id]) && (
        <p className={classes['warning']} data-tone="caution">
          <IconAlertTriangle size={16} aria-hidden />
          <span>{t('gateway.other_host')}</span>
        </p>
      )}
      <GatewayKeys gateway={id} />
    </div>
  )
}

/** Would a key go to a host that it has not gone to so far? */
const leadsElsewhere = (typed: GatewayAddresses, stored: GatewayAddresses): boolean => {
  const known = new Set([hostOf(stored.base_url), hostOf(stored.ai_call_url), ''])
  return !known.has(hostOf(typed.base_url)) || !known.has(hostOf(typed.ai_call_url))
}
