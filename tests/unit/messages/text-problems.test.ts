import { describe, expect, it } from 'vitest'
import { MessageTexts } from '../../../src/engine/messages/message-texts'
import { problemsIn } from '../../../src/engine/messages/text-problems'

const customs = new Set(['company', 'Lớp học'])
const problems = (text: string, placeholders = true) =>
  problemsIn(text, { placeholders }, new MessageTexts(), customs)
const unknown = (detail: string, line: number, column: number) => ({
  code: 'unknown_placeholder',
  detail,
  line,
  column
})

describe('what is wrong with a text', () => {
  it('nothing, when it names what there is', () => {
    expect(
      problems('{{ first_name }} {{ custom.company | default: email }} {{ custom["Lớp học"] }}')
    ).toEqual([])
    expect(problems('{{ custom["Lớp học"] }}'.normalize('NFD'))).toEqual([])
    expect(problems('{% assign x = first_name %}{{ x }}{% for y in (1..2) %}{{ y }}{% endfor %}')).toEqual([])
  })

  it('what nobody has, each once and with its place, as people count', () => {
    expect(problems('Hi 👩‍👧 {{ frist_name }}\nsecond: {{ custom.compny | upcase }} {{ frist_name }}')).toEqual(
      [unknown('frist_name', 1, 9), unknown('custom.compny', 2, 12)]
    )
    expect(problems('{{ custom["Lop hoc"] }} {{ custom }} {{ custom[first_name] }}')).toEqual([
      unknown('custom["Lop hoc"]', 1, 4),
      unknown('custom', 1, 28),
      unknown('custom[first_name]', 1, 41)
    ])
  })

  it('also where it is not printed', () => {
    expect(
      problems('{% if fristname == "" %}{% elsif a %}{% endif %}{% for x in list %}{% endfor %}.')
    ).toEqual([unknown('fristname', 1, 7), unknown('a', 1, 34), unknown('list', 1, 61)])
    expect(problems('{{ "a" | append: b }}{{ first_name | default: c }}{% assign d = e %}')).toMatchObject([
      { detail: 'b' },
      { detail: 'c' },
      { detail: 'e' }
    ])
  })

  it('that it cannot be read, with the place', () => {
    expect(problems('line one\n{{ first_name ')).toEqual([
      { code: 'syntax', line: 2, column: 1, detail: 'output "{{ first_name " not closed' }
    ])
    expect(problems('é é\n  {% if first_name %}')).toEqual([
      { code: 'syntax', line: 2, column: 3, detail: 'tag {% if first_name %} not closed' }
    ])
    expect(problems('{% include "a" %}')).toEqual([
      { code: 'syntax', line: 1, column: 1, detail: 'tag "include" not found' }
    ])
  })

  it('that it is empty, or longer than any message', () => {
    expect(problems(' \n\t ')).toEqual([{ code: 'blank', detail: '' }])
    expect(problems('x'.repeat(100_001))).toEqual([{ code: 'too_long', detail: '' }])
    expect(problems('x'.repeat(100_001), false)).toEqual([{ code: 'too_long', detail: '' }])
  })

  it('nothing else, when it is sent as it is written', () => {
    expect(problems('{{ frist_name }} {% if', false)).toEqual([])
  })

  it('no more than anybody reads', () => {
    const many = Array.from({ length: 500 }, (_, index) => `{{ x${index} }}`).join('')
    expect(problems(many)).toHaveLength(50)
  })
})
