import ICAL from 'ical.js'
import { fail, ok, type Result } from '../../../../shared/result'
import { readLine, unfold, type VcardLine } from './vcard-lines'
import { modernLine } from './vcard-modern'
import { unescapeText } from './vcard-text'

/** A property of a card. */
export interface CardProperty {
  /** In lower case. */
  readonly name: string
  readonly group: string
  readonly params: ReadonlyMap<string, readonly string[]>
  /** The parts of its value: one, unless it is structured or a list. */
  readonly values: readonly string[]
}

/** Properties that say something about a contact. No other one can make a card unreadable, unless it is no line at all. */
const READ = /^(?:N|FN|TEL|EMAIL|NOTE|CATEGORIES|ORG|TITLE|UID|URL|IMPP|X-.+)$/

/** The properties of a card, given by its lines without BEGIN and END, or what is wrong with it. */
export function readCard(lines: readonly string[]): Result<readonly CardProperty[], string> {
  const version = lines.map((line) => /^\s*VERSION\s*:\s*([\d.]+)/i.exec(line)?.[1]).find(Boolean) ?? ''
  const isOldVersion = version === '2.1'
  const parsed: VcardLine[] = []
  for (const line of unfold(lines, isOldVersion)) {
    const read = readLine(line)
    if (read === null) return fail(line.slice(0, 80))
    parsed.push(modernLine(read, isOldVersion))
  }
  const birthday = parsed.find((line) => line.name === 'BDAY')
  const written = parsed.filter(({ name }) => READ.test(name)).map(writeLine)
  const card = ['BEGIN:VCARD', `VERSION:${version === '4.0' ? '4.0' : '3.0'}`, ...written, 'END:VCARD']
  try {
    const properties = propertiesOf(ICAL.parse(card.join('\r\n')) as JCard)
    return ok(birthday === undefined ? properties : [...properties, birthdayOf(birthday)])
  } catch (error) {
    return fail((error instanceof Error ? error.message : String(error)).slice(0, 160))
  }
}

/** As ical.js gives it: name, parameters, type, then the values, where a structured one is a list of its parts. */
type JProperty = readonly [
  name: string,
  params: Readonly<Record<string, string | readonly string[]>>,
  type: string,
  ...values: JValue[]
]

type JValue = string | readonly (string | readonly string[])[]

type JCard = readonly [name: string, properties: readonly JProperty[], components: unknown]

function propertiesOf([, properties]: JCard): readonly CardProperty[] {
  return properties.map(([name, params, type, ...values]) => ({
    name,
    group: typeof params['group'] === 'string' ? params['group'] : '',
    params: new Map(Object.entries(params).map(([key, value]) => [key, [value].flat()])),
    values: values.flatMap((value) =>
      partsOf(value).map((part) => (type === 'text' ? part : unescapeText(part)))
    )
  }))
}

const partsOf = (value: JValue): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : value.map((part) => (typeof part === 'string' ? part : part.map((word) => word.trim()).join(' ')))

/** ical.js would refuse a date it does not understand; a birthday is only text here. */
function birthdayOf({ group, value }: VcardLine): CardProperty {
  const date = unescapeText(value.trim()).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  return { name: 'bday', group, params: new Map(), values: [date] }
}

const writeLine = ({ group, name, params, value }: VcardLine): string =>
  `${[group === '' ? name : `${group}.${name}`, ...params].join(';')}:${value}`
