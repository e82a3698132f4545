import { useTranslation } from 'react-i18next'
import { NumberField } from '../../ui/number-field'
import { Resettable } from './resettable'
import { SettingsSection } from './settings-section'
import { DEFAULT_DRAFT } from './settings-draft'
import type { SettingsForm } from './use-settings-draft'
import classes from './settings.module.css'

/** How long old runs stay, and what stays longer. */
export function KeepSection({ form }: { readonly form: SettingsForm }) {
  const { t } = useTranslation('settings')
  const { keep_runs_days: days, frequency_cap: cap } = form.values
  const error = form.errorAt('keep_runs_days')
  const isLimited = Number(days) > 0 && error === undefined
  const capped = cap.on && Number(cap.days) > Number(days)
  return (
    <SettingsSection title={t('keep.title')} text={t('keep.text')}>
      <div className={classes['short']}>
        <Resettable
          field={t('keep.label')}
          isDefault={days === DEFAULT_DRAFT.keep_runs_days}
          value={String(DEFAULT_DRAFT.keep_runs_days)}
          onReset={() => form.change({ keep_runs_days: DEFAULT_DRAFT.keep_runs_days })}
        >
          <NumberField
            label={t('keep.label')}
            description={error === undefined && t('keep.for_ever')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            suffix={t('keep.unit')}
            step={30}
            min={0}
            max={3650}
            value={days}
            error={error}
            onChange={(value) => form.change({ keep_runs_days: value })}
          />
        </Resettable>
      </div>
      {isLimited && (
        <>
          <p className={classes['explained']}>
            {t('keep.removed', { count: Number(days) })}
            {capped && ` ${t('keep.removed_cap', { count: Number(cap.days) })}`}
          </p>
          <p className={classes['explained']}>{t('keep.stays')}</p>
        </>
      )}
    </SettingsSection>
  )
}
