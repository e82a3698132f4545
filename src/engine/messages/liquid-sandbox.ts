import {
  CaptureTag,
  Context,
  defaultOperators,
  type Emitter,
  type FilterImplOptions,
  filters,
  Liquid,
  type Template,
  toValue,
  toValueSync
} from 'liquidjs'
import { formatDate, type TextClock } from './date-filter'
import { WorkBudget, WorkExhausted } from './work-budget'

/** No message is longer than this, in UTF-16 units: neither as it is written nor as somebody gets it. */
export const LONGEST_TEXT = 100_000

/** What a message needs. None reads a file, and none but `capture` makes text that could grow behind the caps. */
const TAGS: ReadonlySet<string> = new Set([
  'assign',
  'break',
  'capture',
  'case',
  'comment',
  'continue',
  'echo',
  'for',
  'if',
  'liquid',
  'raw',
  'unless',
  '#'
])

/** Those that give the same answer each time, and whose work can be counted by the size of what they are given. */
const FILTERS: ReadonlySet<string> = new Set([
  'abs',
  'append',
  'at_least',
  'at_most',
  'capitalize',
  'ceil',
  'compact',
  'concat',
  'default',
  'divided_by',
  'downcase',
  'first',
  'floor',
  'join',
  'last',
  'lstrip',
  'minus',
  'modulo',
  'plus',
  'prepend',
  'remove',
  'remove_first',
  'remove_last',
  'replace',
  'replace_first',
  'replace_last',
  'reverse',
  'round',
  'rstrip',
  'size',
  'slice',
  'sort',
  'sort_natural',
  'split',
  'squish',
  'strip',
  'strip_newlines',
  'times',
  'to_integer',
  'truncate',
  'truncatewords',
  'uniq',
  'upcase',
  'url_encode'
])

type FilterHandler = Extract<FilterImplOptions, (...args: never[]) => unknown>

const CLOCK = 'loa.clock'

/**
 * The template language for messages: values, conditions, loops and plain filters. It reaches no file, no prototype, no
 * clock and no chance, and ends whatever a text asks for.
 */
export function openLiquid(): Liquid {
  const liquid = new Liquid({
    // A mapping in memory takes the place of the file system, for whatever would still ask.
    templates: {},
    ownPropertyOnly: true,
    strictFilters: true,
    operators: Object.fromEntries(Object.entries(defaultOperators).map(([name, act]) => [name, counted(act)]))
  })
  for (const name of Object.keys(liquid.tags)) if (!TAGS.has(name)) Reflect.deleteProperty(liquid.tags, name)
  for (const name of Object.keys(liquid.filters)) liquid.unregisterFilter(name)
  for (const name of FILTERS) {
    const handler = filters[name] as FilterHandler
    liquid.registerFilter(name, function (value: unknown, ...args: unknown[]): unknown {
      this.context.memoryLimit.use(sizeOf(value))
      return handler.call(this, value, ...args)
    })
  }
  liquid.registerFilter('date', function (value: unknown, format: unknown) {
    this.context.memoryLimit.use(sizeOf(value) + sizeOf(format))
    return formatDate(value, format, this.context.getRegister<TextClock>(CLOCK))
  })
  liquid.registerTag('capture', CappedCapture)
  return liquid
}

/**
 * Writes a parsed text; what is nothing but blanks comes out empty. Throws what liquidjs throws, `WorkExhausted` inside
 * it when the text never ends.
 */
export function writeText(
  liquid: Liquid,
  templates: Template[],
  values: object,
  clock: TextClock,
  registers: Readonly<Record<string, unknown>> = {}
): string {
  const context = new Context(values, liquid.options, { sync: true }, { liquid })
  const budget = new WorkBudget()
  // liquidjs asks these two before each part and each allocation; its own answers would depend on how busy the computer is.
  context.renderLimit.check = () => budget.step()
  context.memoryLimit.use = (count) => budget.use(count)
  context.setRegister(CLOCK, clock)
  for (const [name, value] of Object.entries(registers)) context.setRegister(name, value)
  const text = new CappedText()
  toValueSync(liquid.renderer.renderTemplates(templates, context, text))
  return text.isBlank ? '' : text.buffer
}

/** The text so far; it never becomes longer than a message may be. */
class CappedText implements Emitter {
  buffer = ''
  /** Seen part by part: whoever looks into the whole of a long text makes the runtime copy it, for each person. */
  isBlank = true

  write(value: unknown): void {
    const part = plainText(toValue(value))
    this.isBlank &&= part.trim() === ''
    this.buffer += part
    if (this.buffer.length > LONGEST_TEXT) throw new WorkExhausted()
  }
}

class CappedCapture extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    const text = new CappedText()
    yield this.liquid.renderer.renderTemplates(this.templates, context, text)
    const scope = context.bottom() as Record<string, unknown>
    scope[this.variable] = text.buffer
  }
}

/** As liquidjs prints values, but for objects: there is nothing to read in them. */
function plainText(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(plainText).join('')
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

const sizeOf = (value: unknown): number =>
  typeof value === 'string' || Array.isArray(value) ? value.length : 1

type Operator = (typeof defaultOperators)[string]

/** Comparing is work too: a condition in a loop may compare long texts. The context comes last. */
function counted(operator: Operator): Operator {
  const act = operator as (...args: unknown[]) => boolean
  return (...args: unknown[]) => {
    const context = args.at(-1) as Context
    context.memoryLimit.use(args.slice(0, -1).reduce<number>((sum, each) => sum + sizeOf(each), 0))
    return act(...args)
  }
}
