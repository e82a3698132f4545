import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RestoreChange, RestorePreview } from '../../../shared/ipc/backup-views'
import { formatDateTime } from '../../../shared/text/date-format'
import { loa } from '../../api'
import { useLocalZone } from '../../stores/settings-store'
import { errorText } from '../../ui/error-text'
import classes from './backup.module.css'

/** More names than these are not read in a dialog. */
const MOST_NAMES = 8

type T = TFunction<'backup'>

interface RestoreQuestionProps {
  readonly preview: RestorePreview
  readonly onClose: () => void
}

/** What a restore would change, and what it leaves alone. */
export function RestoreQuestion({ preview, onClose }: RestoreQuestionProps) {
  const { t, i18n } = useTranslation(['backup', 'common'])
  const zone = useLocalZone()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const { contacts, campaigns, settings, runs } = preview
  const when = formatDateTime(new Date(preview.made_at), zone, i18n.language, new Date())
  const names = (list: readonly string[]) => namesText(list, t, i18n.language)
  const settingsText = names([...new Set(settings.map((key) => settingName(key, t)))])

  const restore = async () => {
    setBusy(true)
    setFailure(null)
    const ordered = await loa.restoreBackup(preview.check_id)
    // When it is ordered the app restarts: the button stays busy until then.
    if (ordered.ok) return
    setBusy(false)
    setFailure(errorText(ordered.error))
  }

  return (
    <div className={classes['question']}>
      <p className={classes['from']}>
        <b>{t('restore.from', { when })}</b>
        <span data-selectable>
          {preview.file}
          {preview.app_version !== '' && ` · ${t('restore.version', { version: preview.app_version })}`}
        </span>
      </p>
      <dl className={classes['changes']}>
        <Fact
          name={t('restore.contacts')}
          lead={t('restore.contacts_line', { now: contacts.now, then: contacts.then })}
        >
          {changeLines(contacts, t)}
        </Fact>
        <Fact name={t('restore.campaigns')}>
          {[
            ...(campaigns.added.length > 0
              ? [t('restore.comes_back', { names: names(campaigns.added) })]
              : []),
            ...(campaigns.removed.length > 0
              ? [t('restore.goes_away', { names: names(campaigns.removed) })]
              : []),
            ...(campaigns.changed.length > 0
              ? [t('restore.put_back', { names: names(campaigns.changed) })]
              : [])
          ]}
        </Fact>
        <Fact name={t('restore.settings')}>
          {settings.length === 0 ? [] : [t('restore.settings_changed', { names: settingsText })]}
        </Fact>
        <Fact name={t('restore.runs')}>
          {[
            ...(runs.added > 0 ? [t('restore.runs_added', { count: runs.added })] : []),
            ...(runs.kept > 0 ? [t('restore.runs_kept', { count: runs.kept })] : []),
            ...(runs.open > 0 ? [t('restore.runs_open', { count: runs.open })] : [])
          ]}
        </Fact>
        <Fact name={t('restore.stays')}>
          {[
            preview.marks_kept > 0
              ? t('restore.marks', { count: preview.marks_kept })
              : t('restore.marks_none'),
            ...(preview.erased_again > 0 ? [t('restore.erased', { count: preview.erased_again })] : [])
          ]}
        </Fact>
      </dl>
      <p className={classes['then']}>{t('restore.then')}</p>
      {failure !== null && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t('restore.failed')}>
          {failure}
        </Alert>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" data-autofocus disabled={isBusy} onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
        <Button color="red" loading={isBusy} onClick={() => void restore()}>
          {t('restore.confirm')}
        </Button>
      </Group>
    </div>
  )
}

interface FactProps {
  readonly name: string
  readonly lead?: string
  /** Empty: nothing changes. */
  readonly children: readonly string[]
}

function Fact({ name, lead, children }: FactProps): ReactNode {
  const { t } = useTranslation('backup')
  const lines = children.length === 0 ? [t('restore.same')] : children
  return (
    <>
      <dt>{name}</dt>
      <dd data-same={children.length === 0 || undefined}>
        {lead !== undefined && <span className={classes['lead']}>{lead}</span>}
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </dd>
    </>
  )
}

function changeLines({ added, removed, changed }: RestoreChange, t: T): string[] {
  return [
    ...(added > 0 ? [t('restore.added', { count: added })] : []),
    ...(removed > 0 ? [t('restore.removed', { count: removed })] : []),
    ...(changed > 0 ? [t('restore.changed', { count: changed })] : [])
  ]
}

/** Some names, and how many more there are. */
function namesText(names: readonly string[], t: T, language: string): string {
  const shown = names.slice(0, MOST_NAMES)
  const more = names.length - shown.length
  return new Intl.ListFormat(language).format(more > 0 ? [...shown, t('erase.more', { count: more })] : shown)
}

function settingName(key: string, t: T): string {
  const name = t(`settings_names.${key}` as 'settings_names.other')
  return name === `settings_names.${key}` ? t('settings_names.other') : name
}
