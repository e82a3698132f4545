import { html, type Markup } from './markup'
import type { RunDocument } from './run-document'

/** Why deliveries were not sent, how many, and what to do about it. */
export function reasonTable({ notSent, t, words, formats }: RunDocument): Markup {
  if (notSent.reasons.length === 0) return html``
  return html`<section>
    <h2>${t('document.reasons')}</h2>
    <table class="reasons">
      <thead>
        <tr>
          <th>${words.label('state')}</th>
          <th>${words.label('reason')}</th>
          <th class="number">${t('document.count')}</th>
          <th>${words.label('what_to_do')}</th>
        </tr>
      </thead>
      <tbody>
        ${notSent.reasons.map(
          ({ state, code, count }) =>
            html`<tr>
              <td><span class="part ${state}"></span>${words.state(state)}</td>
              <td>${code === null ? t('document.no_reason') : words.reason(code)}</td>
              <td class="number">${formats.number(count)}</td>
              <td>${code === null ? '' : words.advice(code)}</td>
            </tr>`
        )}
      </tbody>
    </table>
  </section>`
}
