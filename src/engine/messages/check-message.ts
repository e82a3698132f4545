import { textOf } from '../../shared/domain/campaign'
import type { ChannelId } from '../../shared/domain/channel'
import { type Contact, markedChannels } from '../../shared/domain/contact'
import type { MessageCheck, TextProblem, TypedMessage } from '../../shared/domain/message'
import type { Result } from '../../shared/result'
import { textSizeOf } from '../../shared/text/text-size'
import type { DoNotContact } from '../contacts/do-not-contact'
import { contactFreezer } from '../contacts/freeze-contacts'
import { inPieces } from '../pieces'
import { type FieldValues, valuesIn } from './field-names'
import type { FilledText, FillFailure } from './parsed-text'
import type { PreviewContext } from './preview-message'
import { sendable } from './sendable-text'
import { isFatal, problemsIn } from './text-problems'

/** So many names of each group are worth reading. */
const NAMES = 20
/** A text that never ends for so many people is wrong as a whole; each further try would cost as much again. */
const MOST_EXHAUSTED = 20

export interface CheckContext extends PreviewContext {
  readonly doNotContact: Pick<DoNotContact, 'addressMarks'>
}

interface Group {
  readonly names: string[]
  count: number
}

/**
 * What speaks against a message, over everybody who would get it: whoever has an address that may be used. In pieces:
 * 100,000 people take seconds, and nothing else waits for them.
 * @param isWanted once it says no, nobody else is looked at, and the answer is of no use
 */
export async function checkMessage(
  message: TypedMessage,
  channels: readonly ChannelId[],
  people: Iterable<Contact>,
  context: CheckContext,
  isWanted = () => true
): Promise<MessageCheck> {
  const check = new Checking(message, channels, context)
  const pieces = inPieces()
  for (const contact of check.needsPeople ? people : []) {
    if (!isWanted()) break
    check.look(contact)
    if (pieces.isDue()) await pieces.rest()
  }
  return check.result()
}

class Checking {
  readonly #message: TypedMessage
  readonly #context: CheckContext
  readonly #channels: readonly ChannelId[]
  readonly #problems: MessageCheck['problems'][number][] = []
  readonly #missing = new Map<string, Group>()
  readonly #failing = new Map<ChannelId, Group & { readonly detail: string }>()
  readonly #longest = new Map<ChannelId, string>()
  /** Nobody has these: that is said as a problem, not person by person. */
  readonly #unknown = new Set<string>()
  /** Texts that cannot be filled in for anybody. */
  readonly #broken = new Set<string>()
  /** Texts that do not end for somebody: for how many, and what is wrong. */
  readonly #exhausted = new Map<string, { times: number; readonly problem: TextProblem }>()
  /** For how many people each text was filled in. */
  readonly #tried = new Map<string, number>()
  /** Texts that name no field: everybody gets the same. */
  readonly #alike = new Map<string, Result<FilledText, FillFailure> | null>()
  readonly #freeze
  readonly #fields

  constructor(message: TypedMessage, channels: readonly ChannelId[], context: CheckContext) {
    this.#message = message
    this.#channels = channels
    this.#context = context
    this.#freeze = contactFreezer({ flow: channels, isFirstSuccess: false })
    this.#fields = context.texts.fieldsOf(message, channels)
    for (const channel of channels) this.#read(channel)
  }

  /** Without placeholders everybody gets the text as it is written. */
  get needsPeople(): boolean {
    return (
      this.#message.placeholders && this.#channels.some((channel) => !this.#broken.has(this.#text(channel)))
    )
  }

  look(contact: Contact): void {
    const { name, addresses } = this.#freeze(contact)
    const open = this.#channels.filter((channel) => addresses[channel]?.skip === undefined)
    if (open.length === 0) return
    const barred = this.#barred(contact)
    const values = valuesIn(contact, this.#fields)
    const filled = new Map<string, Result<FilledText, FillFailure>>()
    const lacking = new Set<string>()
    for (const channel of open) {
      const text = this.#text(channel)
      if (barred.has(channel) || this.#broken.has(text)) continue
      const found = filled.get(text) ?? this.#fill(channel, text, values)
      filled.set(text, found)
      if (!this.#broken.has(text)) this.#note(channel, name, found, lacking)
    }
    for (const field of lacking) add(groupOf(this.#missing, field), name)
  }

  result(): MessageCheck {
    for (const [text, { times, problem }] of this.#exhausted) {
      if (times === this.#tried.get(text)) this.#breakText(text, problem)
    }
    const { placeholders } = this.#message
    const usable = this.#channels.filter((channel) => !this.#broken.has(this.#text(channel)))
    const longest = placeholders
      ? [...this.#longest]
      : usable.map((channel) => [channel, this.#text(channel)] as const)
    return {
      problems: this.#problems,
      missing: [...this.#missing]
        .map(([field, { count, names }]) => ({ field, count, names }))
        .sort((a, b) => b.count - a.count),
      failing: [...this.#failing].map(([channel, group]) => ({ channel, ...group })),
      longest: longest.map(([channel, text]) => ({ channel, size: textSizeOf(channel, text) }))
    }
  }

  #text(channel: ChannelId): string {
    return textOf(this.#message, channel)
  }

  #read(channel: ChannelId): void {
    const text = this.#text(channel)
    const { texts, customNames } = this.#context
    for (const problem of problemsIn(text, this.#message, texts, customNames)) {
      this.#problems.push({ channel, problem })
      if (isFatal(problem)) this.#broken.add(text)
      else this.#unknown.add(problem.detail)
    }
    if (texts.fieldsOf(this.#message, [channel]).length === 0) this.#alike.set(text, null)
  }

  /** Somebody who asked not to be contacted, under this contact or another one with the address. */
  #barred(contact: Contact): ReadonlySet<ChannelId> {
    const marks = this.#context.doNotContact.addressMarks(contact)
    return new Set([...markedChannels(contact), ...marks.map(({ channel }) => channel)])
  }

  #fill(channel: ChannelId, text: string, values: FieldValues): Result<FilledText, FillFailure> {
    const known = this.#alike.get(text)
    if (known) return known
    const { texts, clock } = this.#context
    this.#tried.set(text, (this.#tried.get(text) ?? 0) + 1)
    const filled = texts.fill(this.#message, channel, values, clock)
    if (known === null) this.#alike.set(text, filled)
    if (!filled.ok && filled.error.isExhausted) this.#exhaust(text, filled.error.problem)
    return filled
  }

  #exhaust(text: string, problem: TextProblem): void {
    const times = (this.#exhausted.get(text)?.times ?? 0) + 1
    this.#exhausted.set(text, { times, problem })
    if (this.#alike.has(text) || times >= MOST_EXHAUSTED) this.#breakText(text, problem)
  }

  /** The text is wrong as a whole, whoever gets it. */
  #breakText(text: string, problem: TextProblem): void {
    if (this.#broken.has(text)) return
    this.#broken.add(text)
    for (const channel of this.#channels) {
      if (this.#text(channel) !== text) continue
      this.#problems.push({ channel, problem })
      this.#failing.delete(channel)
    }
  }

  #note(
    channel: ChannelId,
    name: string,
    filled: Result<FilledText, FillFailure>,
    lacking: Set<string>
  ): void {
    if (filled.ok) {
      for (const field of filled.value.missing) if (!this.#unknown.has(field)) lacking.add(field)
    }
    const text = sendable(filled, this.#message.missing_values)
    if (typeof text === 'string') {
      if (text.length > (this.#longest.get(channel)?.length ?? -1)) this.#longest.set(channel, text)
    } else if (text.state === 'failed') {
      const { detail = '' } = text.reason
      const group = this.#failing.get(channel) ?? { names: [], count: 0, detail }
      this.#failing.set(channel, group)
      add(group, name)
    }
  }
}

function groupOf(groups: Map<string, Group>, key: string): Group {
  const group = groups.get(key) ?? { names: [], count: 0 }
  groups.set(key, group)
  return group
}

function add(group: Group, name: string): void {
  group.count += 1
  if (group.names.length < NAMES) group.names.push(name)
}
