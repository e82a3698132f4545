import { ActionIcon, Button } from '@mantine/core'
import { IconKey, IconLock, IconPlus, IconTrash } from '@tabler/icons-react'
import i18next from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { headerOf, type LiveGatewayId, type SecretRef, type SecretView } from '../../../shared/domain/secret'
import { formatDate } from '../../../shared/text/date-format'
import { loadSecrets, removeSecret, unlockKeychain, useSecretsStore } from '../../stores/secrets-store'
import { useLocalZone } from '../../stores/settings-store'
import { reportFailure } from '../../ui/report-failure'
import { showToast } from '../../ui/toast'
import { SecretDialog } from './secret-dialog'
import classes from './gateway-keys.module.css'

/** The API key and further headers of a gateway: set or not set, never what they are. */
export function GatewayKeys({ gateway }: { readonly gateway: LiveGatewayId }) {
  const { t } = useTranslation('settings')
  const view = useSecretsStore(({ secrets }) => secrets)
  const [asked, setAsked] = useState<SecretRef | null>(null)
  useEffect(() => void loadSecrets().then(reportFailure), [])
  if (view === null) return null

  const { secrets, wait, is_given } = view.gateways[gateway]
  const key = secrets.find(({ kind }) => kind === 'api_key')
  const headers = secrets.filter(({ kind }) => kind === 'header')
  const ask = (secret: Pick<SecretRef, 'kind' | 'name'>) => setAsked({ gateway, ...secret })
  const unlock = async () => {
    if (reportFailure(await unlockKeychain()).ok)
      showToast({ message: () => i18next.t('settings:keys.unlocking') })
  }
  const isLocked = view.keychain === 'locked'
  const notice = noticeOf(wait, isLocked && secrets.length === 0)
  return (
    <section className={classes['keys']} aria-label={t('keys.title')}>
      <h3>{t('keys.title')}</h3>
      <p className={classes['hint']}>{t('keys.text')}</p>
      {is_given && <p className={classes['notice']}>{t('keys.given')}</p>}
      {!is_given && notice !== null && (
        <p className={classes['notice']} data-tone="caution" role="status">
          <IconLock size={16} aria-hidden />
          <span>{t(`keys.${notice}`)}</span>
          {isLocked && (
            <Button size="compact-sm" variant="default" onClick={() => void unlock()}>
              {t('keys.unlock')}
            </Button>
          )}
        </p>
      )}
      <ul className={classes['rows']}>
        <KeyRow
          label={t('keys.api_key')}
          secret={key}
          onSet={() => ask({ kind: 'api_key', name: key?.name ?? '' })}
          gateway={gateway}
        />
        {headers.map((secret) => (
          <KeyRow
            key={secret.name}
            label={secret.name}
            secret={secret}
            onSet={() => ask({ kind: 'header', name: secret.name })}
            gateway={gateway}
          />
        ))}
      </ul>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => ask({ kind: 'header', name: '' })}
      >
        {t('keys.add_header')}
      </Button>
      {view.keychain === 'absent' && <p className={classes['hint']}>{t('keys.absent_hint')}</p>}
      {asked !== null && (
        <SecretDialog
          asked={asked}
          keychain={view.keychain}
          onUnlock={unlock}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}

function noticeOf(wait: 'keychain_locked' | 'secret_missing' | null, isFirst: boolean) {
  if (wait === 'keychain_locked') return 'locked'
  if (wait === 'secret_missing') return 'missing'
  return isFirst ? 'locked_plain' : null
}

interface KeyRowProps {
  readonly label: string
  readonly secret: SecretView | undefined
  readonly gateway: LiveGatewayId
  readonly onSet: () => void
}

function KeyRow({ label, secret, gateway, onSet }: KeyRowProps) {
  const { t, i18n } = useTranslation('settings')
  const zone = useLocalZone()
  const remove = async ({ kind, name }: SecretView) => {
    const removed = reportFailure(await removeSecret({ gateway, kind, name }))
    if (removed.ok)
      showToast({
        message: () =>
          i18next.t('settings:keys.removed', {
            name: kind === 'api_key' ? i18next.t('settings:keys.api_key') : label
          })
      })
  }
  if (secret === undefined) {
    return (
      <li className={classes['row']}>
        <IconKey size={16} stroke={1.7} aria-hidden />
        <span className={classes['name']}>{label}</span>
        <span className={classes['state']}>{t('keys.not_set')}</span>
        <Button size="compact-xs" variant="default" onClick={onSet}>
          {t('keys.add_key')}
        </Button>
      </li>
    )
  }
  const date = formatDate(new Date(secret.set_at), zone, i18n.language, new Date())
  const sentAs =
    headerOf(secret) === 'Authorization' && secret.kind === 'api_key'
      ? t('keys.as_bearer')
      : t('keys.as_header', { name: headerOf(secret) })
  return (
    <li className={classes['row']}>
      <IconKey size={16} stroke={1.7} aria-hidden />
      <span className={classes['name']}>
        {label}
        <span className={classes['facts']}>
          {secret.kind === 'api_key' && `${sentAs} · `}
          {t(`keys.place.${secret.place}`)}
        </span>
      </span>
      <span className={classes['state']} data-tone={secret.is_lost ? 'bad' : undefined}>
        {secret.is_lost ? t('keys.lost') : t('keys.set', { date })}
      </span>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('keys.replace_label', { name: label })}
        onClick={onSet}
      >
        {t('keys.replace')}
      </Button>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('keys.remove_label', { name: label })}
        onClick={() => void remove(secret)}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </li>
  )
}
