import { Button } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { loa } from '../../api'
import { NumberField } from '../../ui/number-field'
import { reportFailure } from '../../ui/report-failure'
import { Resettable } from './resettable'
import { DEFAULT_DRAFT } from './settings-draft'
import { SettingsSection } from './settings-section'
import type { SettingsForm } from './use-settings-draft'
import classes from './settings.module.css'

/** How long the log is kept, and where it is. */
export function LogSection({ form }: { readonly form: SettingsForm }) {
  const { t } = useTranslation('settings')
  return (
    <SettingsSection title={t('log.title')} text={t('log.text')}>
      <div className={classes['log']}>
        <Resettable
          field={t('log.keep')}
          isDefault={form.values.log_keep_days === DEFAULT_DRAFT.log_keep_days}
          value={String(DEFAULT_DRAFT.log_keep_days)}
          onReset={() => form.change({ log_keep_days: DEFAULT_DRAFT.log_keep_days })}
        >
          <NumberField
            w={240}
            label={t('log.keep')}
            suffix={t('log.suffix')}
            min={1}
            max={365}
            value={form.values.log_keep_days}
            error={form.errorAt('log_keep_days')}
            onChange={(value) => form.change({ log_keep_days: value })}
          />
        </Resettable>
        <Button
          variant="default"
          leftSection={<IconFolderOpen size={16} aria-hidden />}
          onClick={() => void loa.showLogFile().then(reportFailure)}
        >
          {t('log.show')}
        </Button>
      </div>
    </SettingsSection>
  )
}
