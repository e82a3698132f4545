import { Switch } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS } from '../../../../shared/domain/channel'
import type { ImportCheck, ImportOptions } from '../../../../shared/domain/contact-import'
import { ReachByChannel } from '../../../ui/reach-by-channel'
import wizard from './wizard.module.css'
import classes from './check-step.module.css'

interface ReachSummaryProps {
  readonly check: ImportCheck
  readonly options: ImportOptions
  readonly onChange: (part: Partial<ImportOptions>) => void
}

/** On which channels the people of the file can be reached, and what their phone numbers would add. */
export function ReachSummary({ check, options, onChange }: ReachSummaryProps) {
  const { t } = useTranslation('import')
  const id = useId()
  const { phone_as_whatsapp: counts } = options
  return (
    <section className={wizard['section']} aria-labelledby={id}>
      <h3 id={id} className={wizard['sectionTitle']}>
        {t('check.reach')}
      </h3>
      <div className={classes['reach']}>
        <ReachByChannel reachable={check.reach} flow={CHANNEL_IDS} />
        {(counts || check.whatsapp_by_phone > 0) && (
          <Switch
            label={t('choices.phone_as_whatsapp')}
            description={
              counts ? t('check.by_phone_on') : t('check.more_by_phone', { count: check.whatsapp_by_phone })
            }
            checked={counts}
            onChange={(event) => onChange({ phone_as_whatsapp: event.currentTarget.checked })}
          />
        )}
      </div>
    </section>
  )
}
