import { describe, expect, it } from 'vitest'
import { sealOf } from '../../../src/engine/reports/json-report'
import { notSentOf } from '../../../src/engine/reports/not-sent'
import type { ReportedRun } from '../../../src/engine/reports/reported-run'
import { documentHtml } from '../../../src/main/reports/document/document-html'
import { formatsOf } from '../../../src/main/reports/document/formats'
import { foreign, html } from '../../../src/main/reports/document/markup'
import { pageFrame } from '../../../src/main/reports/document/page-frame'
import type { RunDocument } from '../../../src/main/reports/document/run-document'
import type { Language } from '../../../src/shared/i18n/catalogue'
import { mainWords } from '../../support/main-words'
import { EXPORTED_BY, FAILED, missedRun, reportRun, SENT } from '../../support/reports/report-run'
import { readerIn } from '../../support/reports/reader'

const ZONE = 'Asia/Ho_Chi_Minh'

const documentOf = async (
  run: ReportedRun,
  language: Language = 'en',
  listed = 1_000
): Promise<RunDocument> => ({
  run,
  notSent: await notSentOf(run, listed),
  seal: await sealOf(run),
  by: EXPORTED_BY,
  words: readerIn(language).words,
  t: mainWords(language).report,
  formats: formatsOf(language, ZONE)
})

const pageOf = async (run: ReportedRun, language?: Language, listed?: number): Promise<string> =>
  documentHtml(await documentOf(run, language, listed))

/** What a reader sees of a page, blanks run together. */
const readable = (page: string): string =>
  page
    .replace(/<(style|title)>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

describe('the document about a run', () => {
  it('says what was sent, what was not, why, and what to do', async () => {
    const text = readable(await pageOf(await reportRun()))
    for (const part of [
      '25 November 2026, 09:00 (Asia/Ho_Chi_Minh, UTC+07:00) · Scheduled',
      'Status Finished Started 25/11/2026, 09:00:00 Finished 25/11/2026, 09:20:00 Gateway Custom gateway',
      '3 of 6 deliveries accepted by the gateway 50.0%',
      'Channel Sent Failed Unknown Skipped Total WhatsApp 1 1 – – 2 Telegram 1 – 1 – 2 AI call 1 – – 1 2 Total 3 1 1 1 6',
      'Failed Gateway error 1 The gateway answered with an error. Check the gateway, then try again.',
      'WhatsApp, Telegram, AI call Hello {{ first_name }}, all is 20 % off.',
      'Trần Thị Bình WhatsApp +84901000002 Failed Gateway error Internal &quot;Server&quot; Error 25/11/2026, 09:00:03',
      'loa --verify-report=report.json'
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('Nguyễn Văn An')
    expect(text).not.toMatch(/Practice|Not finished|not listed here/)
  })

  it('shows the seal of the JSON report in groups, to compare by eye', async () => {
    const run = await reportRun()
    const seal = await sealOf(run)
    expect(readable(await pageOf(run)).replaceAll(' ', '')).toContain(seal)
    expect(await pageOf(run)).toContain(`<span>${seal.slice(0, 8)}</span>`)
  })

  it('speaks Vietnamese, with its numbers and dates', async () => {
    const page = await pageOf(await reportRun(), 'vi')
    expect(page).toContain('<html lang="vi">')
    const text = readable(page)
    expect(text).toContain('Báo cáo lần chạy Spring sale')
    expect(text).toContain('3 trên 6 lượt gửi được cổng gửi tiếp nhận 50,0%')
    expect(text).toContain('Thất bại Cổng gửi báo lỗi 1')
  })

  it.each(['en', 'vi'] as const)('has a word for everything (%s)', async (language) => {
    for (const run of [await reportRun(), await reportRun({ isOpen: true }), await missedRun()]) {
      const { header, footer } = pageFrame(await documentOf(run, language))
      const text = readable(`${await pageOf(run, language)} ${header} ${footer}`)
      // A key that is missing comes back as itself; a value that is missing stays in its braces.
      const own = text.replace('{{ first_name }}', '').replace('report.json', '')
      expect(own).not.toMatch(/\{\{|\b[a-z]+_?[a-z]+\.[a-z_]+[ <]/)
    }
  })

  it('holds nothing but letters, whatever people and campaigns are called', async () => {
    const evil = '<img src=x onerror="alert(1)">\'&</style><script>\u0000\u202E'
    const detail = '</td><iframe src=http://127.0.0.1/>'
    const run = await reportRun({
      head: { campaign_name: evil, text: evil },
      people: [{ name: evil, outcomes: { whatsapp: { ...FAILED, reason: { code: 'http_error', detail } } } }]
    })
    const document = await documentOf(run)
    const { header, footer } = pageFrame(document)
    for (const page of [documentHtml(document), header, footer]) {
      expect(page).not.toMatch(/<(img|script|iframe)/i)
      expect(page).not.toContain('\u0000')
    }
    // Its own style and no other; the name in the title, the heading and the table, each time as letters.
    expect(documentHtml(document).match(/<\/style>/g)).toHaveLength(1)
    expect(
      documentHtml(document).split('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&amp;')
    ).toHaveLength(5)
  })

  it('keeps foreign words to themselves, so that no direction leaks out of them', async () => {
    const page = await pageOf(
      await reportRun({ people: [{ name: '\u202Eevil', outcomes: { whatsapp: FAILED } }] })
    )
    expect(page).toContain('<bdi>\u202Eevil</bdi>')
  })

  it('lists the first of what was not sent, and says how many more there are', async () => {
    const people = Array.from({ length: 4 }, (_, index) => ({
      name: `Nobody ${index}`,
      outcomes: { whatsapp: FAILED }
    }))
    const run = await reportRun({ people })
    const shortened = readable(await pageOf(run, 'en', 3))
    expect(shortened).toContain('Nobody 2')
    expect(shortened).not.toContain('Nobody 3')
    expect(shortened).toContain('1 more is not listed here. The CSV report of this run has it.')
    expect(readable(await pageOf(run, 'en', 4))).not.toContain('not listed here')
  })

  it('marks practice and what is not finished, on every page', async () => {
    const gateway = { id: 'practice' as const, base_url: '', ai_call_url: '', user_id: '' }
    const run = await reportRun({
      isOpen: true,
      head: { gateway },
      people: [{ name: 'An', outcomes: { whatsapp: SENT, telegram: 'queued' } }]
    })
    const document = await documentOf(run)
    const text = readable(documentHtml(document))
    expect(text).toContain('Practice run. Nothing left this computer')
    expect(text).toContain('Not finished. The figures show the run as it was')
    expect(text).toContain('its seal changes when the run goes on')
    expect(readable(pageFrame(document).header)).toContain('Spring sale Practice run · Not finished')
  })

  it('is a document also when there is nothing to tell', async () => {
    const empty = readable(await pageOf(await reportRun({ people: [] })))
    expect(empty).toContain('There are no deliveries in this run.')
    expect(empty).not.toContain('What was not sent')
    const missed = readable(await pageOf(await missedRun()))
    expect(missed).toContain('Missed. It was too late to catch up.')
    expect(missed).not.toContain('NaN')
  })

  it('loads nothing and runs nothing', async () => {
    const page = await pageOf(await reportRun())
    expect(page).toContain(`content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"`)
    expect(page).not.toMatch(/https?:|url\(|@import| on[a-z]+=/)
  })
})

describe('shares', () => {
  const { percent } = formatsOf('en', ZONE)

  it.each([
    [0, 3, '0%'],
    [3, 3, '100%'],
    [1, 3, '33.3%'],
    [1, 100_000, '0.1%'],
    [99_999, 100_000, '99.9%'],
    [0, 0, '0%']
  ])('%d of %d', (part, all, expected) => expect(percent(part, all)).toBe(expected))
})

describe('markup', () => {
  it('escapes what it is given, but no markup of its own', () => {
    const name = foreign('<b> & "c"')
    expect(html`<p title="${'"x"'}">${name}${[html`<i>1</i>`, html`<i>2</i>`]}${null}${3}</p>`.text).toBe(
      '<p title="&quot;x&quot;"><bdi>&lt;b&gt; &amp; &quot;c&quot;</bdi><i>1</i><i>2</i>3</p>'
    )
  })

  it('shows a sign for what HTML cannot hold', () =>
    expect(html`${'a\u0000\u0007\u0085\ud800b\n\tc'}`.text).toBe('a\uFFFD\uFFFD\uFFFD\uFFFDb\n\tc'))
})
