import { useTranslation } from 'react-i18next'
import type { DeliveryDetail } from '../../../../shared/domain/delivery'
import { CopyButton } from '../../../ui/copy-button'
import classes from './delivery-drawer.module.css'

/** What goes over the wire, for comparing with a gateway's own log; closed until somebody wants it. */
export function SentRequest({ detail: { request, delivery, steps } }: { readonly detail: DeliveryDetail }) {
  const { t } = useTranslation('runs')
  if (request === null) return null
  const wasSent = steps.some(({ kind }) => kind === 'request')
  return (
    <details className={classes['sent']}>
      <summary>{t(wasSent ? 'detail.request' : 'detail.request_planned')}</summary>
      <Copied name={t('detail.url')} text={request.url} copy={t('detail.copy_url')} />
      <Copied name={t('detail.payload')} text={request.payload} copy={t('detail.copy_payload')} />
      <Copied name={t('detail.key')} text={delivery.id} copy={t('detail.copy_key')} />
      <p className={classes['hint']}>{t('detail.key_hint')}</p>
    </details>
  )
}

interface CopiedProps {
  readonly name: string
  readonly text: string
  readonly copy: string
}

function Copied({ name, text, copy }: CopiedProps) {
  return (
    <section className={classes['block']}>
      <h3>
        {name}
        <CopyButton text={text} label={copy} />
      </h3>
      <code data-selectable>
        <bdi>{text}</bdi>
      </code>
    </section>
  )
}
