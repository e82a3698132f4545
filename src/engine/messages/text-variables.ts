import {
  EchoTag,
  Output,
  type PropertyAccessToken,
  type Template,
  type Token,
  toValueSync,
  TypeGuards,
  Value
} from 'liquidjs'
import { checkDepth } from './bounded-parser'
import { customKey, type FieldKey, isContactPlaceholder, placeholderOf } from './field-names'

const LONGEST_NAME = 200

/** One place where a text names something that it has not made itself. */
export interface TextVariable {
  /** The placeholder as it is called in messages about it: of a field in one way, of what is no field as it stands there. */
  readonly name: string
  /** In UTF-16 units from the start of the text. */
  readonly offset: number
  /** Its first word, when that is fixed: the name under which the text looks for a value. */
  readonly root: string | null
  /** The field that it can only mean; null when no contact has such a field. */
  readonly field: FieldKey | null
}

/** A value that the text prints, and the one variable that it starts from. */
export interface PrintedVariable {
  readonly value: Value
  readonly variable: TextVariable
}

/** What a text asks for, in the order of the text. */
export interface TextVariables {
  readonly all: readonly TextVariable[]
  readonly printed: readonly PrintedVariable[]
}

/**
 * Finds what a text names. Names that it makes itself (`assign`, `capture`, the variable of a loop) are its own from
 * there on. Throws `TooDeep`.
 */
export function variablesIn(templates: readonly Template[]): TextVariables {
  const finding = new Finding()
  for (const template of templates) finding.visit(template, 0)
  return finding
}

class Finding implements TextVariables {
  readonly all: TextVariable[] = []
  readonly printed: PrintedVariable[] = []
  /** The names of the text as a whole, then those of the loops around the present place. */
  readonly #scopes: Set<string>[] = [new Set()]

  visit(template: Template, depth: number): void {
    checkDepth(depth)
    const isPrinting = template instanceof Output || template instanceof EchoTag
    for (const argument of template.arguments?.() ?? []) {
      const first = this.all.length
      this.#read(argument, depth)
      if (!isPrinting || !(argument instanceof Value)) continue
      const variable = this.all[first]
      if (variable !== undefined && startsWith(argument, variable))
        this.printed.push({ value: argument, variable })
    }
    for (const name of template.localScope?.() ?? []) this.#scopes[0]?.add(name.content)
    const children = template.children?.(false, true)
    if (children === undefined) return
    if (template.blockScope !== undefined) this.#scopes.push(new Set(template.blockScope()))
    for (const child of toValueSync<Template[]>(children)) this.visit(child, depth + 1)
    if (template.blockScope !== undefined) this.#scopes.pop()
  }

  #read(argument: unknown, depth: number): void {
    checkDepth(depth)
    if (argument instanceof Value || TypeGuards.isFilteredValueToken(argument)) {
      for (const token of argument.initial.postfix) this.#read(token, depth + 1)
      for (const filter of argument.filters) this.#readArguments(filter.args, depth)
    } else if (TypeGuards.isRangeToken(argument)) {
      this.#read(argument.lhs, depth + 1)
      this.#read(argument.rhs, depth + 1)
    } else if (TypeGuards.isPropertyAccessToken(argument)) {
      this.#take(argument)
      if (argument.variable !== undefined) this.#read(argument.variable, depth + 1)
      for (const property of argument.props) this.#read(property, depth + 1)
    }
  }

  #readArguments(args: readonly unknown[], depth: number): void {
    for (const arg of args) this.#read(Array.isArray(arg) ? arg[1] : arg, depth + 1)
  }

  #take(token: PropertyAccessToken): void {
    // `"text".size` is a property of what stands there.
    if (token.variable !== undefined) return
    const [root, next] = token.props.map(fixedName)
    if (typeof root === 'string' && this.#scopes.some((names) => names.has(root))) return
    const field = fieldOf(root, next)
    const name = field === null ? token.getText().slice(0, LONGEST_NAME) : placeholderOf(field)
    this.all.push({ name, offset: token.begin, root: root ?? null, field })
  }
}

/** The name that a property is written with; null when it is only known with the values. */
function fixedName(property: Token): string | null {
  const isFixed =
    TypeGuards.isWordToken(property) ||
    TypeGuards.isQuotedToken(property) ||
    TypeGuards.isNumberToken(property)
  return isFixed ? String(property.content) : null
}

function fieldOf(root: string | null | undefined, next: string | null | undefined): FieldKey | null {
  if (typeof root !== 'string') return null
  if (isContactPlaceholder(root)) return root
  return root === 'custom' && typeof next === 'string' ? customKey(next) : null
}

/** Is the variable all that the value starts from, as in `{{ first_name | upcase }}`? */
function startsWith({ initial }: Value, { offset }: TextVariable): boolean {
  const [token, ...others] = initial.postfix
  return others.length === 0 && TypeGuards.isPropertyAccessToken(token) && token.begin === offset
}
