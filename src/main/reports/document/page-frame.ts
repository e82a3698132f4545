import { isOpen } from '../../../shared/domain/run'
import { foreign, html } from './markup'
import type { RunDocument } from './run-document'

/** What stands at the top and at the bottom of every page, in Chromium's own template language. */
export interface PageFrame {
  readonly header: string
  readonly footer: string
}

/**
 * Templates inherit nothing, and Chromium magnifies them: what is 12 here is 16 on the sheet, the margin of the page.
 */
const STYLE =
  'width: 100%; margin: 0 12mm; display: flex; justify-content: space-between; gap: 6mm;' +
  "font: 5.6pt 'Segoe UI', 'Helvetica Neue', 'Noto Sans', system-ui, 'DejaVu Sans', sans-serif; color: #645f57"

const ONE_LINE = 'overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 0'
const KEPT = 'flex: none'

/** A page that is taken out of a report still says whose it is, and that it was practice. */
export function pageFrame({ run: { summary }, by, t, formats }: RunDocument): PageFrame {
  const isPractice = summary.gateway === 'practice'
  const marks = [
    ...(isPractice ? [t('document.practice')] : []),
    ...(isOpen(summary) ? [t('document.open')] : [])
  ]
  const exported = t('document.exported', {
    time: formats.exactTime(by.exported_at),
    version: by.app_version
  })
  return {
    header: html`<div style="${STYLE}">
      <span style="${ONE_LINE}">${foreign(summary.campaign_name)}</span>
      <span style="${KEPT}">${marks.join(' · ')}</span>
    </div>`.text,
    footer: html`<div style="${STYLE}">
      <span style="${ONE_LINE}">${exported}</span>
      <span style="${KEPT}"
        >${t('document.page')} <span class="pageNumber"></span> / <span class="totalPages"></span
      ></span>
    </div>`.text
  }
}
