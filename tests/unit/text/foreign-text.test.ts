import { createInstance } from 'i18next'
import { describe, expect, it } from 'vitest'
import { foreignValues } from '../../../src/shared/i18n/foreign-values'
import { textInSentence, visibleText } from '../../../src/shared/text/foreign-text'

const character = (code: number): string => String.fromCodePoint(code)

describe('text of somebody else', () => {
  it('shows controls and marks that turn text round by a sign each', () => {
    expect(visibleText(`a${character(0x1b)}[2J${character(0)}${character(0x7f)}${character(0x9b)}`)).toBe(
      'a␛[2J␀␡�'
    )
    expect(visibleText('x\u202Egnp.exe\u2066\u200B')).toBe('x�gnp.exe��')
  })

  it.each([
    ['an emoji that is put together', '👨‍👩‍👧‍👦🏳️‍🌈'],
    ['Vietnamese', 'Nguyễn Thị Hồng Ánh'],
    ['lines and tabs', 'one\n\ttwo'],
    ['a Persian name with its joiner', 'می‌خواهم']
  ])('leaves %s alone', (_what, text) => {
    expect(visibleText(text)).toBe(text)
  })

  it('is set apart in a sentence only when it is written from right to left', () => {
    expect(textInSentence('Emma')).toBe('Emma')
    expect(textInSentence('שלום')).toBe('\u2068שלום\u2069')
  })

  it('is neither markup nor an order to the catalogue', async () => {
    const i18n = createInstance()
    const resources = { en: { translation: { hello: 'Hello {{name}}, {{count, number}}!' } } }
    await i18n.init({ resources, lng: 'en', interpolation: foreignValues })
    const say = i18n.t as unknown as (key: string, values: object) => string
    const name = '<b>$t(hello)</b> {{count}} $& $1'
    expect(say('hello', { name, count: 1234 })).toBe(`Hello ${name}, 1,234!`)
    expect(say('hello', { name: 'مرحبا\u202E', count: 1 })).toBe('Hello \u2068مرحبا�\u2069, 1!')
  })
})
