import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthOfLetters, letterStarts, lettersIn } from '../../../src/shared/text/letters'

/** All at once, as the runtime tells them: right, and far too slow for a long line. */
const startsByRuntime = (text: string): number[] =>
  [...new Intl.Segmenter().segment(text)].map(({ index }) => index)

/** Letters of one sign and of many, which fall on the borders of the pieces in every way. */
const lettersArbitrary = fc
  .array(fc.constantFrom('a', 'ế', 'e\u0302\u0301', '👨‍👩‍👧‍👦', '🇻🇳', '🇻', '\r\n', 'क्षि', '\u200d', '\u0301'), {
    maxLength: 700
  })
  .map((letters) => letters.join(''))

describe('the letters of a text', () => {
  it('are those of the runtime, wherever a piece ends', () => {
    fc.assert(
      fc.property(fc.oneof(lettersArbitrary, fc.string({ unit: 'binary', maxLength: 1_500 })), (text) => {
        const starts = startsByRuntime(text)
        expect([...letterStarts(text)]).toEqual(starts)
        expect(lettersIn(text)).toBe(starts.length)
      })
    )
  })

  it('reach as far as so many of them do', () => {
    fc.assert(
      fc.property(lettersArbitrary, fc.nat(800), (text, letters) => {
        expect(lengthOfLetters(text, letters)).toBe(startsByRuntime(text)[letters] ?? text.length)
      })
    )
  })

  it('are told apart in the longest line that a message can have', () => {
    expect(lettersIn('e\u0302\u0301'.repeat(33_000))).toBe(33_000)
    expect(lengthOfLetters('👍🏽'.repeat(25_000), 24_999)).toBe(99_996)
  })

  it('are taken for some when one of them has no end', () => {
    expect(lettersIn(`e${'\u0301'.repeat(5_000)}x`)).toBeGreaterThan(1)
  })
})
