/** The types of D-Bus values that Loa reads and writes. A variant is read as what it holds. */
export type BusValue = string | boolean | number | readonly BusValue[]

/** What Loa says: a text, texts, or texts by name (`a{sv}`). */
export type BusArgument = string | readonly string[] | ReadonlyMap<string, string>

/** A call of a method. */
export interface BusCall {
  readonly destination: string
  readonly path: string
  readonly face: string
  readonly member: string
  /** The types of the arguments: `s`, `o`, `ao`, `a{sv}`; empty without any. */
  readonly signature?: string
  readonly args?: readonly BusArgument[]
}

/** A message as it arrived. */
export interface BusMessage {
  readonly kind: 'reply' | 'error' | 'other'
  readonly replyTo: number
  readonly errorName: string
  readonly body: readonly BusValue[]
  /** Its whole length in bytes. */
  readonly size: number
}

const LITTLE_ENDIAN = 'l'.charCodeAt(0)
const METHOD_CALL = 1
const REPLY = 2
const ERROR = 3
const FIXED_HEAD = 16
/** Codes of the header fields. */
const FIELD = { path: 1, face: 2, member: 3, error: 4, replySerial: 5, destination: 6, signature: 8 }

const padding = (length: number, to: number): number => (to - (length % to)) % to

/** Writes values one behind the other, each at a place that its type can stand at. */
class BusWriter {
  readonly #chunks: Buffer[] = []
  length = 0

  bytes(bytes: Buffer): void {
    this.#chunks.push(bytes)
    this.length += bytes.length
  }

  align(to: number): void {
    this.bytes(Buffer.alloc(padding(this.length, to)))
  }

  byte(value: number): void {
    this.bytes(Buffer.from([value]))
  }

  uint32(value: number): void {
    this.align(4)
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value)
    this.bytes(bytes)
  }

  string(value: string): void {
    this.uint32(Buffer.byteLength(value))
    this.bytes(Buffer.from(value + '\0'))
  }

  signature(value: string): void {
    this.byte(value.length)
    this.bytes(Buffer.from(value + '\0'))
  }

  field(code: number, type: string, value: string): void {
    this.align(8)
    this.byte(code)
    this.signature(type)
    if (type === 'g') this.signature(value)
    else this.string(value)
  }

  result(): Buffer {
    return Buffer.concat(this.#chunks)
  }
}

/** A call as the bus takes it. */
export function encodeCall(serial: number, call: BusCall): Buffer {
  const { signature = '', args = [] } = call
  const body = new BusWriter()
  for (const value of args) {
    if (typeof value === 'string') body.string(value)
    else if (value instanceof Map) writeTextsByName(body, value as ReadonlyMap<string, string>)
    else writeTexts(body, value as readonly string[])
  }
  const fields = new BusWriter()
  fields.field(FIELD.path, 'o', call.path)
  fields.field(FIELD.face, 's', call.face)
  fields.field(FIELD.member, 's', call.member)
  fields.field(FIELD.destination, 's', call.destination)
  if (signature !== '') fields.field(FIELD.signature, 'g', signature)

  const message = new BusWriter()
  message.bytes(Buffer.from([LITTLE_ENDIAN, METHOD_CALL, 0, 1]))
  message.uint32(body.length)
  message.uint32(serial)
  message.uint32(fields.length)
  message.bytes(fields.result())
  message.align(8)
  message.bytes(body.result())
  return message.result()
}

function writeTexts(body: BusWriter, values: readonly string[]): void {
  const items = new BusWriter()
  // The length before them is as long as what they are aligned to, so they stand alike here and there.
  for (const value of values) items.string(value)
  body.uint32(items.length)
  body.bytes(items.result())
}

function writeTextsByName(body: BusWriter, values: ReadonlyMap<string, string>): void {
  const items = new BusWriter()
  for (const [name, value] of values) {
    items.align(8)
    items.string(name)
    items.signature('s')
    items.string(value)
  }
  body.uint32(items.length)
  body.align(8)
  body.bytes(items.result())
}

/** Reads values where they stand. Throws a RangeError at the end of the bytes, an Error at a type that it does not know. */
class BusReader {
  readonly #bytes: Buffer
  at: number

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes
    this.at = at
  }

  align(to: number): void {
    this.at += padding(this.at, to)
  }

  byte(): number {
    this.at += 1
    return this.#bytes.readUInt8(this.at - 1)
  }

  uint32(): number {
    this.align(4)
    this.at += 4
    return this.#bytes.readUInt32LE(this.at - 4)
  }

  text(length: number): string {
    if (this.at + length > this.#bytes.length) throw new RangeError('cut off')
    const value = this.#bytes.toString('utf8', this.at, this.at + length)
    this.at += length + 1
    return value
  }

  /** The value of the type that `signature` begins with at `from`, and where the next type begins. */
  value(signature: string, from: number): [BusValue, number] {
    switch (signature[from]) {
      case 's':
      case 'o':
        return [this.text(this.uint32()), from + 1]
      case 'g':
        return [this.text(this.byte()), from + 1]
      case 'b':
        return [this.uint32() !== 0, from + 1]
      case 'u':
      case 'i':
        return [this.uint32(), from + 1]
      case 'y':
        return [this.byte(), from + 1]
      case 'v':
        return [this.value(this.text(this.byte()), 0)[0], from + 1]
      case 'a':
        return this.#array(signature, from + 1)
      default:
        throw new Error(`D-Bus type ${signature.slice(from)} is not read`)
    }
  }

  /** Arrays of texts only: nothing else is asked for. */
  #array(signature: string, from: number): [BusValue, number] {
    const end = this.uint32() + this.at
    const items: BusValue[] = []
    while (this.at < end) items.push(this.value(signature, from)[0])
    return [items, from + 1]
  }
}

/** The first message of the bytes that have arrived; null while it is not whole. */
export function decodeMessage(bytes: Buffer): BusMessage | null {
  if (bytes.length < FIXED_HEAD) return null
  if (bytes[0] !== LITTLE_ENDIAN) throw new Error('D-Bus message of another byte order')
  const bodyLength = bytes.readUInt32LE(4)
  const fieldsEnd = FIXED_HEAD + bytes.readUInt32LE(12)
  const bodyStart = fieldsEnd + padding(fieldsEnd, 8)
  const size = bodyStart + bodyLength
  if (bytes.length < size) return null
  const fields = new Map<number, BusValue>()
  const head = new BusReader(bytes, FIXED_HEAD)
  while (head.at < fieldsEnd) {
    head.align(8)
    const code = head.byte()
    fields.set(code, head.value('v', 0)[0])
  }
  const type = bytes[1]
  const kind = type === REPLY ? 'reply' : type === ERROR ? 'error' : 'other'
  const signature = String(fields.get(FIELD.signature) ?? '')
  return {
    kind,
    replyTo: Number(fields.get(FIELD.replySerial) ?? 0),
    errorName: String(fields.get(FIELD.error) ?? ''),
    body: kind === 'reply' ? valuesIn(bytes.subarray(0, size), bodyStart, signature) : [],
    size
  }
}

function valuesIn(bytes: Buffer, start: number, signature: string): BusValue[] {
  const body = new BusReader(bytes, start)
  const values: BusValue[] = []
  for (let at = 0; at < signature.length;) {
    const [value, next] = body.value(signature, at)
    values.push(value)
    at = next
  }
  return values
}
