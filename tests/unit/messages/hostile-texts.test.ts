import { describe, expect, it } from 'vitest'
import { filled, missingIn, textFor } from '../../support/messages/filling'

const TOO_MUCH = {
  isExhausted: true,
  problem: { code: 'failed', detail: 'it takes too much work to fill in' }
}
const syntax = (detail: string) => ({ problem: { code: 'syntax', detail } })

describe('a text that would never end, or grow without bounds, fails', () => {
  it.each([
    ['a range of a thousand million', '{% for i in (1..1000000000) %}x{% endfor %}'],
    ['a range written as text', '{% for i in ("1".."1000000000") %}x{% endfor %}'],
    [
      'loops in loops',
      '{% for i in (1..900) %}{% for j in (1..900) %}{% for k in (1..900) %}{% endfor %}{% endfor %}{% endfor %}'
    ],
    [
      'empty loops over one list',
      '{% assign a = (1..900) %}{% for i in a %}{% for j in a %}{% for k in a %}{% endfor %}{% endfor %}{% endfor %}'
    ],
    [
      'a text that doubles',
      '{% assign a = "0123456789" %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}'
    ],
    [
      'a text that doubles in a capture',
      '{% capture a %}0123456789{% endcapture %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}{{ a }}'
    ],
    ['10 MB', `{% for i in (1..1000) %}${'x'.repeat(10_000)}{% endfor %}`],
    [
      'a list that doubles',
      '{% assign a = (1..9) %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}{{ a }}'
    ],
    [
      'a wide date',
      '{% assign f = "%A" %}{% for i in (1..60) %}{% assign f = f | append: f %}{% endfor %}{{ "now" | date: f }}'
    ],
    [
      'long comparisons',
      `{% capture a %}${'x'.repeat(90_000)}{% endcapture %}{% for i in (1..900) %}{% if a contains "y" %}{% endif %}{% endfor %}`
    ],
    [
      'long looks for an end',
      `{% capture a %}${'x'.repeat(90_000)}{% endcapture %}{% for i in (1..900) %}{% assign b = a | slice: -1 %}{% endfor %}`
    ]
  ])('%s', (_what, text) => {
    expect(filled(text)).toMatchObject({ failure: TOO_MUCH })
  })

  it.each([
    ['the loop', 'Chào ế\nbạn {% for i in (1..1000000000) %}x{% endfor %}', 2, 5],
    [
      'the outermost of the loops',
      'Hello\n\n{% for i in (1..900) %}\n{% for j in (1..900) %}x{% endfor %}\n{% endfor %}',
      3,
      1
    ],
    ['what holds the loop', '{% if 1 == 1 %}\n{% for i in (1..9000) %}x{% endfor %}{% endif %}', 1, 1],
    [
      'the loop that is too much',
      '{% for i in (1..9) %}y{% endfor %} {% for i in (1..9000) %}x{% endfor %}',
      1,
      36
    ]
  ])('and its place is said: %s', (_what, text, line, column) => {
    expect(filled(text)).toMatchObject({ failure: { problem: { ...TOO_MUCH.problem, line, column } } })
  })

  it('and the place is found behind the longest line of letters that are more than one sign', () => {
    const text = `${'e\u0302\u0301'.repeat(33_000)}{% for i in (1..9000) %}x{% endfor %}`
    expect(filled(text)).toMatchObject({ failure: { problem: { line: 1, column: 33_001 } } })
  })

  it('and an honest long one does not', () => {
    const lines = Array.from(
      { length: 500 },
      (_, line) => `${line}: {{ first_name | upcase | append: "!" }}`
    ).join('\n')
    expect(textFor(lines, { first_name: 'An' }).split('\n')[499]).toBe('499: AN!')
    expect(textFor('x'.repeat(100_000))).toHaveLength(100_000)
  })
})

describe('a text that is nested without end is refused as a whole', () => {
  it.each([
    ['conditions', '{% if a %}'.repeat(3_000) + 'x' + '{% endif %}'.repeat(3_000)],
    ['loops', '{% for x in y %}'.repeat(6_000)],
    ['captures', '{% capture x %}'.repeat(3_000) + '{% endcapture %}'.repeat(3_000)],
    ['conditions in one tag', `{% liquid\n${'if a\n'.repeat(5_000)}${'endif\n'.repeat(5_000)}%}`],
    ['properties', `{{ a${'[a'.repeat(20_000)}${']'.repeat(20_000)} }}`],
    ['ranges', `{{ ${'('.repeat(30_000)}1 }}`]
  ])('%s', (_what, text) => {
    expect(filled(text)).toMatchObject({ failure: syntax('it is nested too deeply') })
  })

  it('and one that is nested as deep as anybody would is filled in', () => {
    expect(
      textFor('{% if first_name %}'.repeat(50) + 'x' + '{% endif %}'.repeat(50), { first_name: 'An' })
    ).toBe('x')
  })
})

describe('a text reaches nothing but values', () => {
  it.each([
    'include "/etc/passwd"',
    'render "x"',
    'layout "x"',
    'block x',
    'tablerow i in x',
    'cycle "a"',
    'increment x'
  ])('no tag {%% %s %%}', (tag) => {
    expect(filled(`{% ${tag} %}`)).toMatchObject({
      failure: syntax(`tag "${tag.split(' ')[0] ?? ''}" not found`)
    })
  })

  it.each(['sample', 'json', 'where_exp', 'group_by', 'sha256', 'constructor', 'map'])(
    'no filter %s',
    (filter) => {
      expect(filled(`{{ first_name | ${filter} }}`)).toMatchObject({
        failure: syntax(`undefined filter: ${filter}`)
      })
    }
  )

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'size',
    'first_name.constructor',
    'first_name.toUpperCase',
    'first_name.__proto__.constructor',
    'custom',
    'custom.constructor',
    'custom.__proto__',
    'custom.toString',
    'custom.size',
    'custom.first',
    'custom[first_name]',
    '["constructor"]'
  ])('%s is nothing', (name) => {
    const values = { first_name: 'constructor', 'custom.other': 'x' }
    expect(textFor(`[{{ custom.other }}|{{ ${name} }}]`, values)).toBe('[x|]')
    expect(missingIn(`{{ ${name} }}`, values)).toHaveLength(1)
  })

  it.each(['constructor', '__proto__.constructor', 'toString', 'hasOwnProperty', 'next'])(
    'forloop.%s prints no code and changes nothing for the next text',
    (name) => {
      const found = filled(`{% for i in (1..2) %}[{{ forloop.${name} }}]{% endfor %}`)
      expect(JSON.stringify(found)).not.toMatch(/native code|function \w+\(/)
      expect(textFor('{% for i in (1..2) %}{{ forloop.index }}{% endfor %}')).toBe('12')
    }
  )

  it('a person whose values are hostile is filled in like any other', () => {
    const values = {
      first_name: '__proto__',
      'custom.__proto__': 'x',
      'custom.then': 'y',
      'custom.toLiquid': 'z'
    }
    expect(
      textFor('{{ first_name }} {{ custom.__proto__ }} {{ custom.then }} {{ custom.toLiquid }}', values)
    ).toBe('__proto__ x y z')
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  it('and what goes wrong with one value is said in words', () => {
    expect(filled('{{ first_name | divided_by: 0 | round: 2 }}', { first_name: '1' })).toMatchObject({
      text: 'Infinity'
    })
    expect(
      filled('{% if 1 == 1 %}\nHi {{ first_name | append }}{% endif %}', { first_name: 'An' })
    ).toMatchObject({
      failure: {
        isExhausted: false,
        problem: { code: 'failed', line: 2, column: 4, detail: 'append expect 2 arguments' }
      }
    })
  })
})
