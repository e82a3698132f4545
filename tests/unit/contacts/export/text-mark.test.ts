import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutTextMark, withTextMark } from '../../../../src/engine/contacts/export/text-mark'

describe('a text mark', () => {
  it.each([
    '=1+1',
    '+cmd',
    '+',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "'=1",
    "'''=1",
    '+84 339 x',
    '+1+1',
    "'+84339170155",
    '-84339170155'
  ])('stands before %j', (text) => expect(withTextMark(text)).toBe(`'${text}`))

  it.each(['', 'An', '1=1', "'", "'An", "''", ' =1', '+84339170155', '+84 (33) 917-01.55', '0339170155'])(
    'is not needed by %j',
    (text) => expect(withTextMark(text)).toBe(text)
  )

  it('of somebody else goes too, once', () => {
    expect(withoutTextMark("'=1")).toBe('=1')
    expect(withoutTextMark("'+84339170155")).toBe('+84339170155')
    expect(withoutTextMark("''=1")).toBe("'=1")
    expect(withoutTextMark("'0339170155")).toBe("'0339170155")
  })

  it('can always be taken back, and leaves nothing that a spreadsheet would run', () => {
    const start = fc.string({
      unit: fc.constantFrom(...Array.from("'=+-@＝＋－＠\t\r\n (1.a")),
      maxLength: 5
    })
    fc.assert(
      fc.property(fc.tuple(start, fc.string()), ([before, after]) => {
        const text = before + after
        const marked = withTextMark(text)
        expect(withoutTextMark(marked)).toBe(text)
        expect(marked).toMatch(/^(?:$|[^=+\-@\t\r\n＝＋－＠]|\+[\d .()-]+$)/)
      })
    )
  })
})
