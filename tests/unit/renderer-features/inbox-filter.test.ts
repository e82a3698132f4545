import { describe, expect, it } from 'vitest'
import { filterMessages, readableAddress } from '../../../src/renderer/features/practice/inbox-filter'
import type { PracticeMessage } from '../../../src/shared/domain/practice'

const message = (seq: number, fields: Partial<PracticeMessage>): PracticeMessage => ({
  seq,
  at: '2026-11-22T02:00:00.000Z',
  channel: 'whatsapp',
  to: '+84 33 917 0155',
  text: 'Xin chào Hương',
  delivery_id: String(seq),
  ...fields
})

const messages = [
  message(2, { channel: 'telegram', to: 'https://web.telegram.org/k/#@johndoe', text: 'Hello' }),
  message(1, {})
]

describe('readableAddress', () => {
  it('shows a Telegram link as the name in it, and numbers as they are', () => {
    expect(readableAddress('https://web.telegram.org/k/#@johndoe')).toBe('@johndoe')
    expect(readableAddress('+84 33 917 0155')).toBe('+84 33 917 0155')
  })
})

describe('filterMessages', () => {
  it.each([
    ['all', '', [2, 1]],
    ['telegram', '', [2]],
    ['all', 'huong', [1]],
    ['all', '@john', [2]],
    ['all', '0339170155', [1]],
    ['telegram', 'huong', []]
  ] as const)('on %s with "%s"', (channel, query, expected) => {
    expect(filterMessages(messages, channel, query).map(({ seq }) => seq)).toEqual(expected)
  })
})
