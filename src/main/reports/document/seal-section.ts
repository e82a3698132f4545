import { isOpen } from '../../../shared/domain/run'
import { html, type Markup } from './markup'
import type { RunDocument } from './run-document'

const DIGITS_A_GROUP = 8

/** The seal of the run's JSON report, to compare with, and how that is done. */
export function sealSection({ run, seal, t }: RunDocument): Markup {
  const groups = seal.match(new RegExp(`.{1,${DIGITS_A_GROUP}}`, 'g')) ?? []
  const change = isOpen(run.summary)
    ? t('document.seal_open')
    : run.summary.counts.unknown > 0
      ? t('document.seal_later')
      : ''
  return html`<section class="seal">
    <h2>${t('document.seal')}</h2>
    <p class="digits">${groups.map((group) => html`<span>${group}</span>`)}</p>
    <p>${t('document.seal_text')} ${change}</p>
    <p class="hint">${t('document.seal_check')} <code>loa --verify-report=report.json</code></p>
  </section>`
}
