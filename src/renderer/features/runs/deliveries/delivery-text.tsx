import { useTranslation } from 'react-i18next'
import type { DeliveryDetail } from '../../../../shared/domain/delivery'
import { visibleText } from '../../../../shared/text/foreign-text'
import classes from './delivery-drawer.module.css'

/** The words that this person got, or would have got. */
export function DeliveryText({ detail: { text, delivery } }: { readonly detail: DeliveryDetail }) {
  const { t } = useTranslation('runs')
  const isGone = delivery.state === 'sent' || delivery.state === 'unknown'
  return (
    <section className={classes['block']}>
      <h3>{t(isGone ? 'detail.text' : 'detail.text_planned')}</h3>
      {text === null ? (
        <p className={classes['hint']}>{t('detail.no_text')}</p>
      ) : (
        <blockquote className={classes['text']} dir="auto" data-selectable>
          {visibleText(text)}
        </blockquote>
      )}
    </section>
  )
}
