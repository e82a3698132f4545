/** A value in the body of a message; what Loa asks for holds nothing else. */
export type BusValue = string | number | boolean

/** A call of a method, with text arguments only. */
export interface BusCall {
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly args: readonly string[]
}

/** A message that came in, as far as Loa reads it. */
export interface BusMessage {
  readonly type: 'answer' | 'error' | 'signal' | 'other'
  /** The call that an answer or an error belongs to. */
  readonly replyTo: number
  readonly interface: string
  readonly member: string
  /** Empty as well when the body holds something that Loa does not read. */
  readonly body: readonly BusValue[]
}

const CALL = 1
const TYPES = ['other', 'other', 'answer', 'error', 'signal'] as const
/** Whoever is asked must not be started for it. */
const NO_AUTO_START = 0x2
const FIELD = { path: 1, interface: 2, member: 3, replyTo: 5, destination: 6, signature: 8 } as const
const FIXED_HEADER_BYTES = 16
const LITTLE_ENDIAN = 'l'.charCodeAt(0)

const aligned = (offset: number, to: number): number => Math.ceil(offset / to) * to

/** A call in the wire format of D-Bus. */
export function encodeCall(serial: number, call: BusCall): Buffer {
  const body = new Writer()
  for (const arg of call.args) body.text(arg)
  const header = new Writer()
  header.byte(LITTLE_ENDIAN).byte(CALL).byte(NO_AUTO_START).byte(1).uint(body.length).uint(serial)
  const fields = new Writer()
  fields.field(FIELD.path, 'o', call.path)
  fields.field(FIELD.interface, 's', call.interface)
  fields.field(FIELD.member, 's', call.member)
  fields.field(FIELD.destination, 's', call.destination)
  if (call.args.length > 0) fields.field(FIELD.signature, 'g', 's'.repeat(call.args.length))
  header.uint(fields.length)
  // The fields begin at byte 16, so what is aligned among them is aligned in the message too.
  return Buffer.concat([header.bytes(), fields.bytes(8), body.bytes()])
}

/** How many bytes the message at the start of a buffer has; null while that cannot be said yet. */
export function messageLength(buffer: Buffer): number | null {
  if (buffer.length < FIXED_HEADER_BYTES) return null
  const reader = new Reader(buffer)
  return aligned(FIXED_HEADER_BYTES + reader.uintAt(12), 8) + reader.uintAt(4)
}

/** Reads one whole message. Throws on what is no message. */
export function decodeMessage(buffer: Buffer): BusMessage {
  const reader = new Reader(buffer)
  const end = FIXED_HEADER_BYTES + reader.uintAt(12)
  const fields = new Map<number, BusValue>()
  reader.offset = FIXED_HEADER_BYTES
  while (reader.offset < end) {
    reader.align(8)
    const code = reader.byte()
    fields.set(code, reader.variant() ?? '')
  }
  reader.align(8)
  const text = (code: number) => String(fields.get(code) ?? '')
  return {
    type: TYPES[buffer[1] ?? 0] ?? 'other',
    replyTo: Number(fields.get(FIELD.replyTo) ?? 0),
    interface: text(FIELD.interface),
    member: text(FIELD.member),
    body: reader.values(text(FIELD.signature)) ?? []
  }
}

class Writer {
  readonly #bytes: number[] = []

  get length(): number {
    return this.#bytes.length
  }

  byte(value: number): this {
    this.#bytes.push(value)
    return this
  }

  uint(value: number): this {
    this.#align(4)
    const four = Buffer.alloc(4)
    four.writeUInt32LE(value)
    this.#bytes.push(...four)
    return this
  }

  text(value: string): this {
    const bytes = Buffer.from(value)
    this.uint(bytes.length)
    this.#bytes.push(...bytes, 0)
    return this
  }

  field(code: number, type: 's' | 'o' | 'g', value: string): void {
    this.#align(8)
    this.byte(code).byte(1).byte(type.charCodeAt(0)).byte(0)
    if (type !== 'g') this.text(value)
    else this.byte(value.length).#bytes.push(...Buffer.from(value), 0)
  }

  /** @param to the length is filled up to a multiple of it */
  bytes(to = 1): Buffer {
    const padded = Buffer.alloc(aligned(this.length, to))
    padded.set(this.#bytes)
    return padded
  }

  #align(to: number): void {
    while (this.#bytes.length % to !== 0) this.#bytes.push(0)
  }
}

class Reader {
  offset = 0
  readonly #buffer: Buffer
  readonly #isLittle: boolean

  constructor(buffer: Buffer) {
    this.#buffer = buffer
    this.#isLittle = buffer[0] === LITTLE_ENDIAN
  }

  uintAt(offset: number): number {
    return this.#isLittle ? this.#buffer.readUInt32LE(offset) : this.#buffer.readUInt32BE(offset)
  }

  align(to: number): void {
    this.offset = aligned(this.offset, to)
  }

  byte(): number {
    return this.#buffer.readUInt8(this.offset++)
  }

  /** Null when the value is of a kind that Loa does not read. */
  variant(): BusValue | null {
    return this.#value(this.#signature())
  }

  values(signature: string): BusValue[] | null {
    const found: BusValue[] = []
    for (const type of signature) {
      const value = this.#value(type)
      if (value === null) return null
      found.push(value)
    }
    return found
  }

  #value(type: string): BusValue | null {
    switch (type) {
      case 's':
      case 'o':
        return this.#text(this.#uint())
      case 'g':
        return this.#signature()
      case 'u':
        return this.#uint()
      case 'b':
        return this.#uint() !== 0
      case 'v':
        return this.variant()
      default:
        return null
    }
  }

  #uint(): number {
    this.align(4)
    const value = this.uintAt(this.offset)
    this.offset += 4
    return value
  }

  #signature(): string {
    return this.#text(this.byte())
  }

  /** A text and the zero behind it. */
  #text(length: number): string {
    const text = this.#buffer.toString('utf8', this.offset, this.offset + length)
    this.offset += length + 1
    return text
  }
}
