import { describe, expect, it } from 'vitest'
import { textSizeOf } from '../../../src/shared/text/text-size'

describe('how long a text is', () => {
  it('counts letters as people do, up to a length that nobody counts', () => {
    expect(textSizeOf('whatsapp', 'Chào Nguyễn 👩‍👧').characters).toBe(13)
    expect(textSizeOf('whatsapp', 'Nguyễn'.normalize('NFD')).characters).toBe(6)
    expect(textSizeOf('whatsapp', '👩‍👧'.repeat(5_000)).characters).toBe(25_000)
  })

  it.each(['whatsapp', 'telegram'] as const)('%s splits it behind 4,096 units', (channel) => {
    expect(textSizeOf(channel, '').segments).toBe(1)
    expect(textSizeOf(channel, 'x'.repeat(4_096)).segments).toBe(1)
    expect(textSizeOf(channel, 'x'.repeat(4_097)).segments).toBe(2)
    expect(textSizeOf(channel, 'Xin chào').spoken_s).toBe(0)
  })

  it('a call says it, word by word', () => {
    expect(textSizeOf('ai_call', 'Xin chào chị An, đây là Loa - hẹn gặp!')).toEqual({
      characters: 38,
      segments: 1,
      spoken_s: 4
    })
    expect(textSizeOf('ai_call', ' - ').spoken_s).toBe(0)
    expect(textSizeOf('ai_call', 'x'.repeat(10_000)).segments).toBe(1)
  })
})
