import { pathOf, PLACEHOLDER_NAME } from '../../../ui/placeholder-path'
import { placeholderSpans } from './placeholder-spans'

/** A placeholder of a text that shows one value: `{{ custom.company | upcase }}`. */
export interface PlaceholderUse {
  /** The name in its parts, however it is written: `custom`, `company`. */
  readonly path: readonly string[]
  /** Where a fallback belongs: behind the name, or behind another name that stands in for it. */
  readonly fallbackAt: number
  /** It says in words what stands there when there is no value. */
  readonly hasFallback: boolean
}

/** A fallback: words between quotes or a number, else another name. */
const DEFAULT = /\|\s*default\s*:\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s|}]+)/gs

const isSamePath = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index])

/** The placeholders of a text that show one value as it is, or through filters. */
export function placeholderUses(text: string): PlaceholderUse[] {
  return placeholderSpans(text).flatMap(({ kind, start, end }) => {
    if (kind === 'tag') return []
    const lead = /^\{\{-?\s*/.exec(text.slice(start, end))?.[0].length ?? 2
    const name = PLACEHOLDER_NAME.exec(text.slice(start + lead, end - 2))?.[0].replace(/-$/, '')
    const path = name === undefined ? null : pathOf(name)
    if (name === undefined || path === null) return []
    const nameEnd = start + lead + name.length
    const rest = text.slice(nameEnd, end - 2)
    if (!/^\s*(?:\||-?$)/.test(rest)) return []
    const [lastDefault] = [...rest.matchAll(DEFAULT)].slice(-1)
    const isNamed = lastDefault !== undefined && !/["'\d]/.test(lastDefault[1]?.charAt(0) ?? '')
    const fallbackAt = isNamed ? nameEnd + lastDefault.index + lastDefault[0].length : nameEnd
    return [{ path, fallbackAt, hasFallback: lastDefault !== undefined && !isNamed }]
  })
}

/** The uses of one name in a text. */
export function usesOf(text: string, name: string): PlaceholderUse[] {
  const path = pathOf(name)
  return path === null ? [] : placeholderUses(text).filter((use) => isSamePath(use.path, path))
}

/** A text between quotes, as the template language reads it. */
const quoted = (text: string): string =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/\r\n?|\n/g, '\\n')}"`

/** The filter that stands in for a value that is not there. */
export const fallbackFilter = (fallback: string): string => ` | default: ${quoted(fallback)}`

/** What is written into a text for a name, with what to say instead of a missing value; an empty one is none. */
export const placeholderText = (name: string, fallback = ''): string =>
  `{{ ${name}${fallback === '' ? '' : fallbackFilter(fallback)} }}`
