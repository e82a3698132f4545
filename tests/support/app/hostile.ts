import type { Page } from '@playwright/test'
import { TestFolder } from '../engine/data-folder'
import { campaignRecord, contactRecord, settingsFor } from '../engine/records'
import { chosenBy, status } from '../gateway/gateway-answers'
import type { RecordingGateway } from '../gateway/recording-gateway'

const ESC = String.fromCharCode(27)
const BELL = String.fromCharCode(7)
const NUL = String.fromCharCode(0)

/** Runs where it is taken for markup, turns text round, drives terminals, breaks lines, means something to the catalogue. */
const NASTY = [
  '<img src=x onerror="window.canary=1">',
  '"\'><svg/onload=window.canary=1>',
  '[a](javascript:b) **c**',
  '{{name}} $t(app_name) $&',
  `${ESC}[2J${ESC}]0;x${BELL}${NUL}`,
  '\u202Egnp.exe\u202C\u2066x\u200B\uFEFF',
  'שלום مرحبا',
  '👨‍👩‍👧🏳️‍🌈',
  '__proto__'
].join(' ')

/** The same without an end, and without a place where a line could be broken. */
const ENDLESS = 'W'.repeat(10_000)

export const HOSTILE = { campaign: 'Hostile', person: 'Mallory' } as const

/** A folder whose people and campaigns say all of that, as a file from elsewhere may, and a gateway that answers it. */
export async function writeHostile(dataDir: string, gateway: RecordingGateway): Promise<void> {
  const folder = new TestFolder(dataDir)
  const contacts = [
    contactRecord(1, {
      first_name: HOSTILE.person,
      last_name: NASTY,
      email: 'x@example.org',
      tags: [NASTY, ENDLESS.slice(0, 200)],
      custom: { [NASTY]: NASTY, endless: ENDLESS },
      notes: `${NASTY}\n${ENDLESS.slice(0, 9_000)}`
    }),
    contactRecord(2, { first_name: ENDLESS.slice(0, 200), last_name: '' }),
    contactRecord(3, { first_name: 'שלום', last_name: 'مرحبا' }),
    // Somebody who is left out, and named for it.
    contactRecord(4, { first_name: NASTY, last_name: 'Nobody', telegram_username: '' })
  ]
  await folder.writeContacts(contacts)
  await folder.writeCampaigns([
    campaignRecord(1, {
      name: `${HOSTILE.campaign} ${NASTY}`,
      call_script: `${NASTY}\n${ENDLESS}`,
      contacts: contacts.map(({ _id }) => _id),
      policies: { error_threshold: { errors: 0, in_a_row: 0 } }
    }),
    campaignRecord(2, { name: ENDLESS.slice(0, 200), contacts: contacts.map(({ _id }) => _id) })
  ])
  await folder.writeSettings(settingsFor(gateway))
  const page = status(400, `<html>${NASTY}${ENDLESS}`, { 'content-type': 'text/html' })
  const json = status(400, `{"__proto__":{"canary":1},"message":${JSON.stringify(NASTY + ENDLESS)}}`, {
    'content-type': 'application/json'
  })
  const huge = status(200, JSON.stringify({ success: false, message: NASTY + 'W'.repeat(1_000_000) }), {
    'content-type': 'application/json'
  })
  const answers = [page, json, huge]
  let next = 0
  const each = chosenBy(() => answers[next++ % answers.length] ?? page)
  gateway.answer = () => each
}

/** Starts to notice what must never happen. Ask `incidents` afterwards. */
export const watchIncidents = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { incidents: seen })
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      seen.push(`${violatedDirective} ${blockedURI}`)
    })
    addEventListener('error', ({ message }) => seen.push(message))
  })

export const incidents = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { canary, incidents } = window as unknown as { canary?: number; incidents: string[] }
    const polluted = 'canary' in {}
    return [
      ...incidents,
      ...(canary === undefined ? [] : ['something ran']),
      ...(polluted ? ['a prototype'] : [])
    ]
  })

/** Texts and attributes in which a control or a mark stands that turns text round, as it came. Fields hold what is typed, and what is drawn behind them is the same. */
export const unseenMarks = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const marks = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066\u2067]/u
    const found: string[] = []
    for (const element of document.querySelectorAll('body *')) {
      if (
        !element.checkVisibility() ||
        element.closest('textarea, input, [aria-hidden="true"], .mantine-TagsInput-pill') !== null
      )
        continue
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
      const texts = [
        own.map((node) => node.textContent).join(''),
        ...['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? '')
      ]
      if (texts.some((text) => marks.test(text)))
        found.push(`${element.tagName} .${element.className} in .${element.parentElement?.className}`)
    }
    return [...new Set(found)]
  })
