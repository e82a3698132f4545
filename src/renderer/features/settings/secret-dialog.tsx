import { Button, Group, Modal, PasswordInput, Radio, Stack, TextInput } from '@mantine/core'
import i18next from 'i18next'
import { type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { issuesOf } from '../../../shared/app-error'
import {
  type KeychainState,
  secretDraftSchema,
  type SecretPlace,
  type SecretRef
} from '../../../shared/domain/secret'
import { setSecret } from '../../stores/secrets-store'
import { issueText } from '../../ui/error-text'
import { reportFailure } from '../../ui/report-failure'
import { showToast } from '../../ui/toast'
import classes from './gateway-keys.module.css'

interface SecretDialogProps {
  /** Which one is typed in; a header without a name is a new one. */
  readonly asked: SecretRef
  readonly keychain: KeychainState | null
  readonly onUnlock: () => Promise<void>
  readonly onClose: () => void
}

const EXAMPLES = { api_key: 'X-Api-Key', header: 'X-Tenant' } as const

const WEAKER = ['none', 'session', 'plain_file'] as const

type Weaker = (typeof WEAKER)[number]

/**
 * Takes a key or a header in and forgets it with the dialog. Where no keychain is open, nothing is stored before the
 * operator has chosen something weaker.
 */
export function SecretDialog({ asked, keychain, onUnlock, onClose }: SecretDialogProps) {
  const { t } = useTranslation(['settings', 'common'])
  const [name, setName] = useState(asked.name)
  const [value, setValue] = useState('')
  const [weaker, setWeaker] = useState<Weaker>('none')
  const [isSaving, setSaving] = useState(false)
  const isKey = asked.kind === 'api_key'
  const hasFixedName = !isKey && asked.name !== ''
  const place: SecretPlace | 'none' = keychain === 'open' ? 'keychain' : weaker

  const parsed = secretDraftSchema.safeParse({
    gateway: asked.gateway,
    kind: asked.kind,
    name,
    value,
    place: place === 'none' ? 'session' : place
  })
  const issues = parsed.success ? [] : issuesOf(parsed.error)
  const errorOf = (field: 'name' | 'value', isTyped: boolean) => {
    const issue = issues.find(({ path }) => path[0] === field)
    return issue === undefined || !isTyped ? undefined : issueText(issue)
  }
  const nameError = errorOf('name', name !== '')
  const valueError = errorOf('value', value !== '')
  const label = isKey ? t('keys.api_key') : name.trim()

  const save = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (!parsed.success || place === 'none' || isSaving) return
    setSaving(true)
    const saved = reportFailure(await setSecret(parsed.data))
    setSaving(false)
    if (!saved.ok) return
    showToast({
      message: () =>
        i18next.t('settings:keys.saved', { name: isKey ? i18next.t('settings:keys.api_key') : label })
    })
    onClose()
  }

  return (
    <Modal
      opened
      centered
      size={520}
      title={t(isKey ? 'keys.dialog.key_title' : 'keys.dialog.header_title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      onClose={onClose}
    >
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="md">
          <TextInput
            label={t('keys.dialog.name')}
            description={
              nameError === undefined && t(isKey ? 'keys.dialog.name_hint' : 'keys.dialog.header_name_hint')
            }
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            placeholder={EXAMPLES[asked.kind]}
            spellCheck={false}
            autoComplete="off"
            disabled={hasFixedName}
            data-autofocus={isKey || hasFixedName ? undefined : true}
            value={name}
            error={nameError}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PasswordInput
            label={t(isKey ? 'keys.dialog.value' : 'keys.dialog.header_value')}
            description={valueError === undefined && t('keys.dialog.value_hint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
            data-autofocus={isKey || hasFixedName ? true : undefined}
            value={value}
            error={valueError}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          {keychain !== 'open' && (
            <WeakerPlaces keychain={keychain} chosen={weaker} onChoose={setWeaker} onUnlock={onUnlock} />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" loading={isSaving} disabled={!parsed.success || place === 'none'}>
              {t('keys.dialog.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

interface WeakerPlacesProps {
  readonly keychain: KeychainState | null
  readonly chosen: Weaker
  readonly onChoose: (place: Weaker) => void
  readonly onUnlock: () => Promise<void>
}

/** What may be done with a key where no keychain takes it; at first nothing. */
function WeakerPlaces({ keychain, chosen, onChoose, onUnlock }: WeakerPlacesProps) {
  const { t } = useTranslation('settings')
  const isLocked = keychain === 'locked'
  return (
    <div className={classes['weaker']}>
      <strong>{t(isLocked ? 'keys.dialog.locked_title' : 'keys.dialog.absent_title')}</strong>
      <p>{t(isLocked ? 'keys.dialog.locked_text' : 'keys.dialog.absent_text')}</p>
      {isLocked && (
        <Button size="xs" mb="sm" onClick={() => void onUnlock()}>
          {t('keys.unlock')}
        </Button>
      )}
      <div
        role="radiogroup"
        aria-label={t(isLocked ? 'keys.dialog.locked_title' : 'keys.dialog.absent_title')}
        className={classes['choices']}
      >
        {WEAKER.map((place) => (
          <Radio
            key={place}
            name="secret-place"
            value={place}
            checked={chosen === place}
            label={t(`keys.dialog.weaker.${place}`)}
            description={t(`keys.dialog.weaker.${place}_hint`)}
            onChange={() => onChoose(place)}
          />
        ))}
      </div>
    </div>
  )
}
