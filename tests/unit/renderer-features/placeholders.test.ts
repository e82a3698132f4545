import fc from 'fast-check'
import { Liquid } from 'liquidjs'
import { describe, expect, it } from 'vitest'
import { placeOf } from '../../../src/renderer/features/campaigns/editor/message-place'
import { withFallback } from '../../../src/renderer/features/campaigns/editor/placeholder-fallback'
import { nearestName } from '../../../src/renderer/features/campaigns/editor/placeholder-near'
import { placeholderSpans } from '../../../src/renderer/features/campaigns/editor/placeholder-spans'
import { placeholderText, usesOf } from '../../../src/renderer/features/campaigns/editor/placeholder-syntax'
import {
  completion,
  suggestionsFor,
  typedPlaceholder
} from '../../../src/renderer/features/campaigns/editor/placeholder-typing'
import { pathOf } from '../../../src/renderer/ui/placeholder-path'

/** The template language itself, as the engine uses it. */
const liquid = new Liquid({ strictVariables: false })

const filledIn = (text: string, values: object = {}): string =>
  String(liquid.parseAndRenderSync(text, values))

const KNOWN = [
  { name: 'first_name', label: 'First name' },
  { name: 'last_name', label: 'Last name' },
  { name: 'email', label: 'Email' },
  { name: 'custom["Ngày sinh"]', label: 'Ngày sinh' },
  { name: 'custom.company', label: 'company' }
]

describe('placeholderText', () => {
  it('writes a name, with a fallback where there is one', () => {
    expect(placeholderText('first_name')).toBe('{{ first_name }}')
    expect(placeholderText('first_name', 'bạn')).toBe('{{ first_name | default: "bạn" }}')
  })

  it('says exactly the fallback, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (fallback) => {
        const meant = fallback.replace(/\r\n?/g, '\n')
        expect(filledIn(placeholderText('first_name', fallback))).toBe(meant)
      }),
      { examples: [['"'], ['\\'], ['\\"'], ['it\'s "so"'], ['}}'], ['{{ x }}'], ['%}'], ['a\r\nb'], ['\\n']] }
    )
  })
})

describe('placeholderSpans', () => {
  const marked = (text: string) => placeholderSpans(text).map(({ start, end }) => text.slice(start, end))

  it.each([
    [
      'Hi {{ first_name }}, {% if email %}x{% endif %}',
      ['{{ first_name }}', '{% if email %}', '{% endif %}']
    ],
    ['{{ a | default: "}}" }} b', ['{{ a | default: "}}" }}']],
    ['{{ a and {{ b }}', ['{{ a and {{ b }}']],
    ['{{ never closed', []],
    ['{% raw %}{{ as it is }}{% endraw %}{{ b }}', ['{% raw %}', '{% endraw %}', '{{ b }}']],
    ['{ a } %', []]
  ])('%s', (text, spans) => {
    expect(marked(text)).toEqual(spans)
  })

  it('ends in time for braces without end', () => {
    expect(placeholderSpans('{{'.repeat(10_000))).toEqual([])
    expect(placeholderSpans('{{ "'.repeat(5_000))).toEqual([])
  })
})

describe('names', () => {
  it('are the same however they are written', () => {
    expect(pathOf('custom["Ngày \\"sinh\\""]')).toEqual(['custom', 'Ngày "sinh"'])
    expect(pathOf("custom['company']")).toEqual(pathOf('custom.company'))
    expect(pathOf('first name')).toBeNull()
  })

  it('are found in a text with and without filters, not in conditions', () => {
    const text = '{{first_name}} {{- first_name | upcase -}} {% if first_name %} {{ first_names }}'
    expect(usesOf(text, 'first_name')).toHaveLength(2)
  })
})

describe('withFallback', () => {
  it('rewrites every placeholder of the name and leaves the others alone', () => {
    const rewritten = withFallback('{{ first_name }} {{first_name|upcase}} {{ email }}', 'first_name', 'you')
    expect(rewritten?.text).toBe(
      '{{ first_name | default: "you" }} {{first_name | default: "you"|upcase}} {{ email }}'
    )
    expect(rewritten?.text.slice(rewritten.start, rewritten.end)).toBe('you')
    expect(filledIn(rewritten?.text ?? '', { email: 'a@b.c' })).toBe('you YOU a@b.c')
  })

  it('puts it behind a name that stands in, which may be missing too', () => {
    const rewritten = withFallback('{{ first_name | default: last_name | upcase }}', 'first_name', 'you')
    expect(rewritten?.text).toBe('{{ first_name | default: last_name | default: "you" | upcase }}')
    expect(filledIn(rewritten?.text ?? '', { last_name: 'Doe' })).toBe('DOE')
    expect(filledIn(rewritten?.text ?? '')).toBe('YOU')
  })

  it('has nothing to do where there is a fallback, or no placeholder that could have one', () => {
    expect(withFallback('{{ first_name | default: "x" }}', 'first_name', 'you')).toBeNull()
    expect(withFallback('{% if first_name %}x{% endif %}', 'first_name', 'you')).toBeNull()
    expect(withFallback('{% raw %}{{ first_name }}{% endraw %}', 'first_name', 'you')).toBeNull()
  })

  it('knows fields of the operator however they are written', () => {
    const rewritten = withFallback('{{ custom["company"] }}', 'custom.company', '')
    expect(rewritten?.text).toBe('{{ custom["company"] | default: "" }}')
    expect(rewritten?.start).toBe(rewritten?.end)
  })
})

describe('nearestName', () => {
  it.each([
    ['frist_name', 'first_name'],
    ['firstName', 'first_name'],
    ['First name', 'first_name'],
    ['e_mail', 'email'],
    ['company', 'custom.company'],
    ['ngay_sinh', 'custom["Ngày sinh"]'],
    ['custom.compny', 'custom.company'],
    ['xyz', null],
    ['', null],
    ['a'.repeat(100_000), null]
  ])('%s', (wrong, meant) => {
    expect(nearestName(wrong, KNOWN)).toBe(meant)
  })
})

describe('typedPlaceholder', () => {
  const at = (text: string) => typedPlaceholder(text.replace('|', ''), text.indexOf('|'))

  it.each([
    ['Hi {{|', ''],
    ['Hi {{ fir|', 'fir'],
    ['Hi {{ fir| }} x', 'fir'],
    ['{{ a }} {{ custom.c|', 'custom.c'],
    ['Hi {{ first_name }}|', null],
    ['Hi {|', null],
    ['{{\nfirst|', null],
    ['|{{ first', null]
  ])('%s', (text, query) => {
    expect(at(text)?.query ?? null).toBe(query)
  })

  it('is no placeholder any more once there is a filter', () => {
    const text = 'Hi {{ first_name | def'
    expect(typedPlaceholder(text, text.length)).toBeNull()
  })

  it('offers what begins with it first, without accents too', () => {
    expect(suggestionsFor(KNOWN, 'name').map(({ name }) => name)).toEqual(['first_name', 'last_name'])
    expect(suggestionsFor(KNOWN, 'l').map(({ name }) => name)[0]).toBe('last_name')
    expect(suggestionsFor(KNOWN, 'ngay').map(({ name }) => name)).toEqual(['custom["Ngày sinh"]'])
    expect(suggestionsFor(KNOWN, '')).toHaveLength(KNOWN.length)
  })

  it('takes the closing braces along that are there already', () => {
    const complete = (text: string, caret: number): string => {
      const typed = typedPlaceholder(text, caret)
      if (typed === null) throw new Error('nothing typed')
      const { start, end, insert } = completion(text, typed, 'first_name')
      return text.slice(0, start) + insert + text.slice(end)
    }
    expect(complete('Hi {{ fi }}!', 8)).toBe('Hi {{ first_name }}!')
    expect(complete('Hi {{fi!', 7)).toBe('Hi {{ first_name }}!')
  })
})

describe('placeOf', () => {
  const shown = (text: string, line?: number, column?: number): string | null => {
    const place = placeOf(text, {
      code: 'syntax',
      detail: '',
      ...(line && { line }),
      ...(column && { column })
    })
    return place === null ? null : text.slice(place.start, place.end)
  }

  it('is the placeholder at that place', () => {
    expect(shown('Hi\n{{ frist_name }}!', 2, 1)).toBe('{{ frist_name }}')
    expect(shown('Hi\n{{ frist_name }}!', 2, 4)).toBe('{{ frist_name }}')
  })

  it('is what stands there when no placeholder is closed', () => {
    expect(shown('Hi {{ frist, how are you', 1, 4)).toBe('{{ frist, how')
  })

  it('counts columns in letters', () => {
    expect(shown('👩‍👩‍👧 ế {{ x }}', 1, 5)).toBe('{{ x }}')
  })

  it('stays inside of the text', () => {
    expect(shown('Hi', 7, 90)).toBe('')
    expect(shown('Hi\nyou', 1, 90)).toBe('Hi')
    expect(shown('Hi')).toBeNull()
  })
})
