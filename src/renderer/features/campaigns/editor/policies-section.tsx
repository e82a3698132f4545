import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  deliveryPolicySchema,
  missedPolicySchema,
  overlapPolicySchema
} from '../../../../shared/domain/campaign'
import { NumberField } from '../../../ui/number-field'
import type { CampaignForm } from '../campaign-form'
import { policiesText } from '../policies-text'
import classes from './policies-section.module.css'

/** What happens when something does not go to plan. Most campaigns never need it, so it says what holds and stays shut. */
export function PoliciesSection({ form }: { readonly form: CampaignForm }) {
  const { t } = useTranslation('campaigns')
  const [isOpen, setOpen] = useState(false)
  const hasError = Object.keys(form.errors).some((key) => key.startsWith('policies.'))
  const shows = isOpen || hasError
  return (
    <>
      <div className={classes['head']}>
        <p>{policiesText(form.values.policies, t)}</p>
        <Button
          size="xs"
          variant="default"
          aria-expanded={shows}
          onClick={() => setOpen(!shows)}
          disabled={hasError}
        >
          {t(shows ? 'policies.close' : 'policies.change')}
        </Button>
      </div>
      {shows && <PolicyFields form={form} />}
    </>
  )
}

function PolicyFields({ form }: { readonly form: CampaignForm }) {
  const { t } = useTranslation('campaigns')
  const { policies } = form.values
  const errorOf = (field: string) => {
    const error = form.errors[`policies.${field}`]
    return typeof error === 'string' ? error : undefined
  }
  const threshold = (field: 'errors' | 'percent' | 'in_a_row') => (
    <NumberField
      label={t(`policies.${field}`)}
      min={0}
      decimals={field === 'percent'}
      value={policies.error_threshold[field]}
      error={errorOf(`error_threshold.${field}`)}
      onChange={(value) => form.setFieldValue(`policies.error_threshold.${field}`, value)}
    />
  )
  return (
    <div className={classes['fields']}>
      <div className={classes['pair']}>
        <Select
          label={t('policies.missed')}
          allowDeselect={false}
          data={missedPolicySchema.options.map((value) => ({
            value,
            label: t(`policies.missed_is.${value}`)
          }))}
          value={policies.missed}
          onChange={(value) => {
            const missed = missedPolicySchema.safeParse(value)
            if (missed.success) form.setFieldValue('policies.missed', missed.data)
          }}
        />
        {/* The window also says how long a cut-off run may still go on by itself, so it is there for "skip" as well. */}
        <NumberField
          label={t('policies.window')}
          suffix={t('policies.minutes')}
          min={1}
          step={15}
          value={policies.catch_up_window_min}
          error={errorOf('catch_up_window_min')}
          onChange={(value) => form.setFieldValue('policies.catch_up_window_min', value)}
        />
      </div>
      <Select
        label={t('policies.overlap')}
        allowDeselect={false}
        data={overlapPolicySchema.options.map((value) => ({
          value,
          label: t(`policies.overlap_is.${value}`)
        }))}
        value={policies.overlap}
        onChange={(value) => {
          const overlap = overlapPolicySchema.safeParse(value)
          if (overlap.success) form.setFieldValue('policies.overlap', overlap.data)
        }}
      />
      <Select
        label={t('policies.delivery')}
        allowDeselect={false}
        data={deliveryPolicySchema.options.map((value) => ({
          value,
          label: t(`policies.delivery_is.${value}`)
        }))}
        value={policies.delivery}
        onChange={(value) => {
          const delivery = deliveryPolicySchema.safeParse(value)
          if (delivery.success) form.setFieldValue('policies.delivery', delivery.data)
        }}
      />
      <fieldset className={classes['thresholds']}>
        <legend>{t('policies.threshold')}</legend>
        <p>{t('policies.threshold_hint')}</p>
        <div>
          {threshold('errors')}
          {threshold('percent')}
          {threshold('in_a_row')}
        </div>
      </fieldset>
    </div>
  )
}
