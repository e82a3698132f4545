import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeControls, oneLine } from '../../../src/engine/log/escape'
import { HOSTILE } from '../../support/log/log-lines'

describe('text in a log line', () => {
  it('shows controls, escapes and changes of direction instead of obeying them', () => {
    expect(escapeControls(HOSTILE.ansi)).toBe('\\u001b[2J\\u001b]0;owned\\u0007\\u009b31m')
    expect(escapeControls(HOSTILE.bidi)).toBe('\\u202egnp.exe\\u2066\\u2069\\u200f\\u061c')
    expect(escapeControls(HOSTILE.controls)).toBe('a\\r\\nb\\tc\\u0000d\\u2028e\\u2029f\\ufeffg')
  })

  it('leaves names, emoji that are joined, and what looks like markup as they are', () => {
    for (const text of ['Nguyễn Thị Đào', '👩‍👧 می‌خواهم', HOSTILE.html, '✅ [WHATSAPP]']) {
      expect(escapeControls(text)).toBe(text)
    }
  })

  it('has nothing left in it that a terminal would obey, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeControls(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u)
      })
    )
  })

  it('is cut at its length, never in the middle of a character', () => {
    expect(oneLine('abcdef', 4)).toBe('abc…')
    expect(oneLine('ab😀😀', 4)).toBe('ab…')
    expect(oneLine('abcd', 4)).toBe('abcd')
    expect(oneLine('\n'.repeat(100_000), 9)).toBe('\\n\\n\\n\\n…')
  })
})
