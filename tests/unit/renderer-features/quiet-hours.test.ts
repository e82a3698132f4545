import { describe, expect, it } from 'vitest'
import { percentOfDay, quietStretches } from '../../../src/renderer/features/settings/quiet-picture'
import { typedTime } from '../../../src/renderer/features/settings/typed-time'

describe('the picture of quiet hours', () => {
  it.each([
    ['09:00', '12:30', [{ from: 540, to: 750 }]],
    [
      '22:00',
      '07:00',
      [
        { from: 0, to: 420 },
        { from: 1320, to: 1440 }
      ]
    ],
    ['22:00', '00:00', [{ from: 1320, to: 1440 }]],
    ['00:00', '06:00', [{ from: 0, to: 360 }]],
    ['08:00', '08:00', []],
    ['', '08:00', []]
  ])('%s to %s', (from, to, expected) => expect(quietStretches({ on: true, from, to })).toEqual(expected))

  it('is empty while they are off', () =>
    expect(quietStretches({ on: false, from: '22:00', to: '07:00' })).toEqual([]))

  it('measures in parts of a day', () => expect(percentOfDay(720)).toBe('50%'))
})

describe('a time of day as it is typed', () => {
  it.each([
    ['7', '07:00'],
    ['22', '22:00'],
    ['7:30', '07:30'],
    ['7h30', '07:30'],
    ['7h', '07:00'],
    ['0730', '07:30'],
    [' 22.15 ', '22:15'],
    ['evening', 'evening'],
    ['', '']
  ])('"%s" is %s', (text, expected) => expect(typedTime(text)).toBe(expected))
})
