import { describe, expect, it } from 'vitest'
import { countryChoices } from '../../../src/renderer/features/settings/country-choices'
import {
  changedLike,
  checkDraft,
  draftOf,
  endpointOf,
  isPlainHttp,
  isSameDraft
} from '../../../src/renderer/features/settings/settings-draft'
import { settingsSchema } from '../../../src/shared/domain/settings'

const settings = settingsSchema.parse({ language: 'vi', paused_all: true })
const draft = draftOf(settings)

describe('checkDraft', () => {
  it('keeps what the form does not edit and leaves out what has a call of its own', () => {
    const checked = checkDraft(settings, { ...draft, gateway: 'custom' })
    expect(checked).toMatchObject({ ok: true, patch: { gateway: 'custom', language: 'vi', theme: 'system' } })
    expect(checked.ok && 'paused_all' in checked.patch).toBe(false)
  })

  it('trims addresses', () => {
    const custom = { base_url: '  https://gw.example.com ', ai_call_url: '', user_id: '' }
    const checked = checkDraft(settings, { ...draft, gateways: { ...draft.gateways, custom } })
    expect(checked).toMatchObject({
      ok: true,
      patch: { gateways: { custom: { base_url: 'https://gw.example.com' } } }
    })
  })

  it('says which field is wrong', () => {
    const custom = { base_url: 'nonsense', ai_call_url: 'https://a:b@gw.example.com', user_id: '' }
    const timeouts_s = { ...draft.timeouts_s, telegram: '' }
    const checked = checkDraft(settings, { ...draft, gateways: { ...draft.gateways, custom }, timeouts_s })
    expect(checked.ok ? [] : checked.issues.map(({ path, code }) => [path.join('.'), code])).toEqual([
      ['gateways.custom.base_url', 'url_invalid'],
      ['gateways.custom.ai_call_url', 'url_has_credentials'],
      ['timeouts_s.telegram', 'timeout_range']
    ])
  })
})

describe('isSameDraft', () => {
  it('knows a change that was taken back', () => {
    const typed = { ...draft, timeouts_s: { ...draft.timeouts_s, whatsapp: 60 } }
    expect(isSameDraft(typed, draft)).toBe(false)
    expect(isSameDraft({ ...typed, timeouts_s: { ...typed.timeouts_s, whatsapp: 30 } }, draft)).toBe(true)
  })
})

describe('changedLike', () => {
  const from = draft
  const to = { ...draft, keep_runs_days: 90, timeouts_s: { ...draft.timeouts_s, telegram: 60 } }

  it('changes the fields of the change and leaves those beside them', () => {
    const now = { ...to, log_keep_days: 7, timeouts_s: { ...to.timeouts_s, whatsapp: 45 } }
    expect(changedLike(now, { from: to, to: from })).toEqual({
      ...draft,
      log_keep_days: 7,
      timeouts_s: { ...draft.timeouts_s, whatsapp: 45 }
    })
  })

  it('keeps the order of the fields, so that a change that is taken back is known', () => {
    const there = changedLike(draft, { from, to })
    expect(isSameDraft(there, draft)).toBe(false)
    expect(isSameDraft(changedLike(there, { from: to, to: from }), draft)).toBe(true)
  })
})

describe('endpointOf', () => {
  const addresses = {
    base_url: 'http://gw.example.com:8000/',
    ai_call_url: ' https://ai.example.com/x ',
    user_id: ''
  }

  it('is where the requests go', () => {
    expect(endpointOf(addresses, 'whatsapp')).toBe('http://gw.example.com:8000/whatsapp/send')
    expect(endpointOf(addresses, 'telegram')).toBe('http://gw.example.com:8000/telegram/send')
    expect(endpointOf(addresses, 'ai_call')).toBe('https://ai.example.com/x')
    expect(endpointOf({ ...addresses, base_url: ' ' }, 'whatsapp')).toBe('')
  })
})

describe('isPlainHttp', () => {
  it.each([
    ['http://gw.example.com', true],
    ['HTTP://10.0.0.4:8000', true],
    ['https://gw.example.com', false],
    ['http://127.0.0.1:8000', false],
    ['http://localhost', false],
    ['http://localhost.example.com', true],
    ['', false]
  ])('%s', (url, expected) => {
    expect(isPlainHttp(url)).toBe(expected)
  })
})

describe('countryChoices', () => {
  it('names each country once, in both languages', () => {
    for (const [language, name] of [
      ['en', 'Vietnam (+84)'],
      ['vi', 'Việt Nam (+84)']
    ] as const) {
      const choices = countryChoices(language)
      expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length)
      expect(choices.find(({ value }) => value === 'VN')?.label).toBe(name)
    }
  })
})
