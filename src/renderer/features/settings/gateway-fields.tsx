import { TextInput } from '@mantine/core'
import { IconAlertTriangle, IconLockOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { endpointOf, isPlainHttp } from './settings-draft'
import type { SettingsForm } from './use-settings-draft'
import classes from './settings.module.css'

interface GatewayFieldsProps {
  readonly form: SettingsForm
  readonly id: 'reference' | 'custom'
  readonly isStored: boolean
}

/** The addresses of a gateway that reaches real people, with what follows from them. */
export function GatewayFields({ form, id, isStored }: GatewayFieldsProps) {
  const { t } = useTranslation('settings')
  const addresses = form.values.gateways[id]
  const set = (field: keyof typeof addresses) => (event: { currentTarget: { value: string } }) =>
    form.change({
      gateways: { ...form.values.gateways, [id]: { ...addresses, [field]: event.currentTarget.value } }
    })
  const baseError = form.errorAt(`gateways.${id}.base_url`)
  const callError = form.errorAt(`gateways.${id}.ai_call_url`)
  const isPlain = isPlainHttp(addresses.base_url) || isPlainHttp(addresses.ai_call_url)
  return (
    <div className={classes['addresses']}>
      {!isStored && (
        <p className={classes['warning']} data-tone="caution">
          <IconAlertTriangle size={16} aria-hidden />
          <span>{t('gateway.live_warning')}</span>
        </p>
      )}
      <TextInput
        label={t('gateway.base_url')}
        placeholder="https://gateway.example.com"
        description={
          baseError === undefined &&
          (endpointOf(addresses, 'whatsapp') === ''
            ? t('gateway.base_url_missing')
            : t('gateway.base_url_hint', {
                whatsapp: endpointOf(addresses, 'whatsapp'),
                telegram: endpointOf(addresses, 'telegram')
              }))
        }
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        spellCheck={false}
        value={addresses.base_url}
        error={baseError}
        onChange={set('base_url')}
      />
      <TextInput
        label={t('gateway.ai_call_url')}
        placeholder="https://calls.example.com/start"
        description={
          callError === undefined &&
          t(addresses.ai_call_url.trim() === '' ? 'gateway.ai_call_url_missing' : 'gateway.ai_call_url_hint')
        }
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        spellCheck={false}
        value={addresses.ai_call_url}
        error={callError}
        onChange={set('ai_call_url')}
      />
      <TextInput
        label={t('gateway.user_id')}
        description={t('gateway.user_id_hint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        spellCheck={false}
        value={addresses.user_id}
        error={form.errorAt(`gateways.${id}.user_id`)}
        onChange={set('user_id')}
      />
      {isPlain && (
        <p className={classes['warning']} data-tone="caution">
          <IconLockOpen size={16} aria-hidden />
          <span>{t('gateway.plain_http')}</span>
        </p>
      )}
    </div>
  )
}
