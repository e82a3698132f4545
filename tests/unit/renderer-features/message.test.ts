import { Liquid } from 'liquidjs'
import { describe, expect, it } from 'vitest'
import { partsOf, withGapMarks } from '../../../src/renderer/features/campaigns/editor/message-gaps'
import { sharedProblems } from '../../../src/renderer/features/campaigns/editor/message-problem-text'
import {
  channelsOfTab,
  isSameMessage,
  type MessageValues,
  tabOfChannel,
  textOfTab,
  withTextOfTab
} from '../../../src/renderer/features/campaigns/editor/message-texts'
import { addressProblem } from '../../../src/renderer/features/campaigns/editor/test-send-address'
import type { TextProblem } from '../../../src/shared/domain/message'
import { textSizeOf } from '../../../src/shared/text/text-size'

const MESSAGE: MessageValues = {
  call_script: 'Hi {{ first_name | upcase }}, {{ custom["Ngày sinh"] }}!',
  texts: { telegram: '{{ first_name }}' },
  placeholders: true,
  missing_values: 'skip'
}

describe('textSizeOf', () => {
  it('counts letters as people do', () => {
    expect(textSizeOf('whatsapp', 'Tiếng Việt 👩‍👩‍👧').characters).toBe(12)
    expect(textSizeOf('telegram', '').characters).toBe(0)
  })

  it('counts very long texts in code units', () => {
    expect(textSizeOf('whatsapp', '👩‍👩‍👧'.repeat(5_000)).characters).toBe(40_000)
  })

  it.each([
    ['whatsapp', 0, 1],
    ['whatsapp', 4_096, 1],
    ['telegram', 4_097, 2],
    ['ai_call', 9_000, 1]
  ] as const)('%s splits %i into %i', (channel, length, segments) => {
    expect(textSizeOf(channel, 'a'.repeat(length)).segments).toBe(segments)
  })

  it('says how long a voice takes, and only for calls', () => {
    expect(textSizeOf('ai_call', 'one two three four five six').spoken_s).toBe(3)
    expect(textSizeOf('ai_call', ' \n ').spoken_s).toBe(0)
    expect(textSizeOf('whatsapp', 'one two three').spoken_s).toBe(0)
  })
})

describe('texts of channels', () => {
  it('belong to the channel, or to all that have none', () => {
    expect(tabOfChannel(MESSAGE, 'telegram')).toBe('telegram')
    expect(tabOfChannel(MESSAGE, 'whatsapp')).toBe('all')
    expect(channelsOfTab(MESSAGE, 'all', ['telegram', 'ai_call'])).toEqual(['ai_call'])
    expect(channelsOfTab(MESSAGE, 'telegram', ['telegram', 'ai_call'])).toEqual(['telegram'])
  })

  it('are given and taken away', () => {
    const given = withTextOfTab(MESSAGE, 'whatsapp', 'Own')
    expect(textOfTab(given, 'whatsapp')).toBe('Own')
    const taken = withTextOfTab(given, 'whatsapp', undefined)
    expect('whatsapp' in taken.texts).toBe(false)
    expect(isSameMessage(taken, MESSAGE)).toBe(true)
    expect(isSameMessage(given, MESSAGE)).toBe(false)
  })
})

describe('gaps', () => {
  const missing = ['first_name', 'custom["Ngày sinh"]']

  it('stand where the values would, whatever filters do', () => {
    const marked = withGapMarks(MESSAGE, missing)
    const text = String(new Liquid().parseAndRenderSync(marked.call_script))
    expect(partsOf(text, missing)).toEqual([
      { kind: 'words', text: 'Hi ' },
      { kind: 'gap', field: 'first_name' },
      { kind: 'words', text: ', ' },
      { kind: 'gap', field: 'custom["Ngày sinh"]' },
      { kind: 'words', text: '!' }
    ])
    expect(marked.texts.telegram).not.toBe(MESSAGE.texts.telegram)
  })

  it('are none in a text without marks', () => {
    expect(partsOf('Hi John', missing)).toEqual([{ kind: 'words', text: 'Hi John' }])
    expect(partsOf('', missing)).toEqual([])
  })
})

describe('sharedProblems', () => {
  it('says a problem of a shared text once', () => {
    const problem: TextProblem = { code: 'syntax', line: 1, column: 2, detail: 'x' }
    const other: TextProblem = { ...problem, line: 2 }
    const shared = sharedProblems([
      { channel: 'whatsapp', problem },
      { channel: 'telegram', problem: { ...problem } },
      { channel: 'ai_call', problem: other }
    ])
    expect(shared.map(({ channels }) => channels)).toEqual([['whatsapp', 'telegram'], ['ai_call']])
  })
})

describe('addressProblem', () => {
  it.each([
    ['whatsapp', '+84 912 345 678', null],
    ['ai_call', '0912.345.678', null],
    ['whatsapp', ' ', 'address_missing'],
    ['whatsapp', '12345', 'address_number'],
    ['ai_call', 'call me 1234567', 'address_number'],
    ['telegram', '@johndoe', null],
    ['telegram', 'https://t.me/johndoe', null],
    ['telegram', 'john doe', 'address_name']
  ] as const)('%s %s', (channel, address, problem) => {
    expect(addressProblem(channel, address)).toBe(problem)
  })
})
