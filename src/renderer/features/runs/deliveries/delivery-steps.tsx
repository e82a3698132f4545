import { useTranslation } from 'react-i18next'
import type { DeliveryDetail, DeliveryStep } from '../../../../shared/domain/delivery'
import { DeliveryStepItem } from './delivery-step'
import classes from './delivery-drawer.module.css'

/** Counts the requests, so that each can be called by its number; 0 for what is none. */
const numbered = (steps: readonly DeliveryStep[]): readonly (readonly [DeliveryStep, number])[] => {
  let requests = 0
  return steps.map((step) => [step, step.kind === 'request' ? (requests += 1) : 0])
}

/** What happened to a delivery, in the order in which it happened. */
export function DeliverySteps({ detail: { steps } }: { readonly detail: DeliveryDetail }) {
  const { t } = useTranslation('runs')
  return (
    <section className={classes['block']}>
      <h3>{t('steps.title')}</h3>
      {steps.length === 0 ? (
        <p className={classes['hint']}>{t('steps.none')}</p>
      ) : (
        <ol className={classes['steps']} aria-label={t('steps.title')}>
          {numbered(steps).map(([step, number], index) => (
            <DeliveryStepItem
              key={`${index} ${step.at}`}
              step={step}
              number={number}
              before={steps[index - 1]?.at}
            />
          ))}
        </ol>
      )}
    </section>
  )
}
