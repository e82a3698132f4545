import { Button, Progress, Switch } from '@mantine/core'
import { IconDeviceFloppy, IconPackageExport } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { loa, pathOf } from '../../api'
import { loadBackups, useBackupStore } from '../../stores/backup-store'
import { backUpNow } from '../../ui/back-up-now'
import { NumberField } from '../../ui/number-field'
import { reportFailure } from '../../ui/report-failure'
import { askToRestore, exportEverything } from './backup-commands'
import { BackupCopyList } from './backup-copies'
import { Resettable } from './resettable'
import { DEFAULT_DRAFT } from './settings-draft'
import { SettingsSection } from './settings-section'
import type { SettingsForm } from './use-settings-draft'
import classes from './backup.module.css'

/** Keeping everything, the way back, and everything for somebody who leaves. */
export function BackupSection({ form }: { readonly form: SettingsForm }) {
  const { t } = useTranslation('backup')
  const { copies, progress } = useBackupStore()
  const isBusy = progress !== null
  useEffect(() => void loadBackups(), [])
  return (
    <SettingsSection title={t('title')} text={t('text')}>
      <BackupNow isBusy={isBusy} />
      {progress !== null && (
        <div className={classes['working']} role="status">
          <span>{t(`working.${progress.work}`)}</span>
          <Progress value={progress.share * 100} aria-label={t(`working.${progress.work}`)} flex={1} />
          <Button size="compact-sm" variant="default" onClick={() => void loa.cancelBackup()}>
            {t('cancel')}
          </Button>
        </div>
      )}
      <DailyFields form={form} />
      {copies !== null && (
        <div className={classes['block']}>
          <h3>{t('copies.title')}</h3>
          <BackupCopyList copies={copies.copies} isBusy={isBusy} />
        </div>
      )}
      <div className={classes['block']}>
        <h3>{t('export.title')}</h3>
        <p className={classes['none']}>{t('export.text')}</p>
        <Button
          variant="default"
          disabled={isBusy}
          leftSection={<IconPackageExport size={16} aria-hidden />}
          onClick={() => void exportEverything()}
        >
          {t('export.button')}
        </Button>
      </div>
      <Erasures />
    </SettingsSection>
  )
}

function BackupNow({ isBusy }: { readonly isBusy: boolean }) {
  const { t } = useTranslation('backup')
  const file = useRef<HTMLInputElement>(null)
  return (
    <div className={classes['buttons']}>
      <Button
        disabled={isBusy}
        leftSection={<IconDeviceFloppy size={16} aria-hidden />}
        onClick={() => void backUpNow('downloads')}
      >
        {t('now')}
      </Button>
      <Button variant="default" disabled={isBusy} onClick={() => void backUpNow('choose')}>
        {t('save_to')}
      </Button>
      <Button variant="default" disabled={isBusy} onClick={() => file.current?.click()}>
        {t('restore_file')}
      </Button>
      <input
        ref={file}
        hidden
        type="file"
        accept=".loa"
        aria-label={t('restore_file')}
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? []
          // So that the same file can be chosen again.
          event.currentTarget.value = ''
          if (chosen !== undefined) void askToRestore(pathOf(chosen))
        }}
      />
    </div>
  )
}

function DailyFields({ form }: { readonly form: SettingsForm }) {
  const { t } = useTranslation('backup')
  const { backup } = form.values
  const change = (part: Partial<typeof backup>) => form.change({ backup: { ...backup, ...part } })
  const chooseFolder = async () => {
    const chosen = reportFailure(await loa.chooseBackupFolder())
    if (chosen.ok && chosen.value !== null) change({ folder: chosen.value })
  }
  return (
    <div className={classes['daily']}>
      <Switch
        checked={backup.daily}
        label={t('daily')}
        description={t('daily_hint')}
        onChange={(event) => change({ daily: event.currentTarget.checked })}
      />
      <Resettable
        field={t('keep_days')}
        isDefault={backup.keep_days === DEFAULT_DRAFT.backup.keep_days}
        value={String(DEFAULT_DRAFT.backup.keep_days)}
        onReset={() => change({ keep_days: DEFAULT_DRAFT.backup.keep_days })}
      >
        <NumberField
          maw={380}
          label={t('keep_days')}
          description={t('keep_days_hint')}
          suffix={t('keep_days_suffix')}
          styles={{ wrapper: { width: 160 } }}
          min={1}
          max={3650}
          value={backup.keep_days}
          error={form.errorAt('backup.keep_days')}
          onChange={(value) => change({ keep_days: value })}
        />
      </Resettable>
      <div>
        <div className={classes['label']}>{t('folder')}</div>
        <p className={classes['none']}>{t('folder_hint')}</p>
        <div className={classes['folder']}>
          {backup.folder === '' ? (
            <span>{t('folder_own')}</span>
          ) : (
            <code data-selectable>{backup.folder}</code>
          )}
          <Button size="compact-sm" variant="default" onClick={() => void chooseFolder()}>
            {t('choose_folder')}
          </Button>
          {backup.folder !== '' && (
            <Button size="compact-sm" variant="subtle" onClick={() => change({ folder: '' })}>
              {t('own_folder')}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}

function Erasures() {
  const { t, i18n } = useTranslation('backup')
  const erasures = useBackupStore((state) => state.erasures)
  if (erasures.length === 0) return null
  const waiting = erasures.filter(({ done_at }) => done_at === null)
  const names = [...new Set(waiting.flatMap(({ waits_for }) => waits_for))]
  return (
    <div className={classes['block']}>
      <h3>{t('erasures.title')}</h3>
      <p className={classes['none']}>
        {t('erasures.line', { count: erasures.length - waiting.length })}{' '}
        {waiting.length > 0 &&
          t('erasures.waiting', {
            count: waiting.length,
            names: new Intl.ListFormat(i18n.language).format(names)
          })}
      </p>
    </div>
  )
}
