import { gatewayWords } from '../../../engine/reports/gateway-words'
import type { DeliveryView } from '../../../shared/domain/delivery'
import { foreign, html, type Markup } from './markup'
import type { RunDocument } from './run-document'

/** Who got nothing, or may have got nothing: the first of them, and how many more there are. */
export function notSentList(document: RunDocument): Markup {
  const { notSent, t, words } = document
  if (notSent.total === 0) return html``
  const more = notSent.total - notSent.first.length
  return html`<section class="list">
    <h2>${t('document.list')}</h2>
    <p class="hint">${t('document.list_all')}</p>
    <table>
      <thead>
        <tr>
          <th>${words.label('name')}</th>
          <th>${words.label('channel')}</th>
          <th>${words.label('address')}</th>
          <th>${words.label('state')}</th>
          <th>${words.label('reason')}</th>
          <th>${words.label('time')}</th>
        </tr>
      </thead>
      <tbody>
        ${notSent.first.map((delivery) => rowOf(delivery, document))}
      </tbody>
    </table>
    ${more > 0 ? html`<p class="more">${t('document.list_more', { count: more })}</p>` : null}
  </section>`
}

function rowOf(delivery: DeliveryView, { t, words, formats }: RunDocument): Markup {
  const { contact_name, channel, address, state, reason, at } = delivery
  const said = gatewayWords(delivery)
  return html`<tr>
    <td>
      ${contact_name.trim() === '' ? html`<span class="nobody">${t('document.no_name')}</span>` : foreign(contact_name)}
    </td>
    <td>${words.channel(channel)}</td>
    <td>${address === '' ? '–' : foreign(address)}</td>
    <td class="state"><span class="part ${state}"></span>${words.state(state)}</td>
    <td>
      ${reason === undefined ? t('document.no_reason') : words.reason(reason.code)}
      ${said === '' ? null : html`<div class="said">${foreign(said)}</div>`}
    </td>
    <td class="time">${at === undefined ? '–' : formats.exactTime(at)}</td>
  </tr>`
}
