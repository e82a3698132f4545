import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { Changes } from '../engine/changes'
import { accept, type GatewayAnswer } from './gateway-answers'

/** One request as it came. Recorded before it is answered, whatever the answer does. */
export interface RecordedRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** Empty when the request had none. */
  readonly idempotencyKey: string
  /** Counts the TCP connections from 1; two requests with the same number shared one. */
  readonly connection: number
  /** `performance.now()` when its head arrived. */
  readonly atMs: number
  /** The body as it came; empty when the answer did not read it. */
  readonly bodyText: string
  /** The body as JSON; undefined when it is none. */
  readonly body: unknown
  /** The whole answer was handed to the network. */
  readonly answered: boolean
}

type Recording = { -readonly [Key in keyof RecordedRequest]: RecordedRequest[Key] }

/** Chooses the answer when the head of a request is there; its body is not, yet. */
export type AnswerChoice = (request: RecordedRequest) => GatewayAnswer

/** A request's address: the number, or the web address of a Telegram chat. */
export function addressIn({ body }: RecordedRequest): string {
  const payload = (body ?? {}) as { phone_numbers?: string[]; urls?: string[]; number?: string }
  return payload.phone_numbers?.[0] ?? payload.urls?.[0] ?? payload.number ?? ''
}

/** What a request says, on whichever channel. */
export function textIn({ body }: RecordedRequest): string {
  const payload = (body ?? {}) as { message?: string; prompt?: string }
  return payload.message ?? payload.prompt ?? ''
}

/**
 * A real HTTP server on 127.0.0.1 that stands for the gateway, records every request and answers as a test tells it.
 * It accepts everything until told otherwise:
 *
 *     const gateway = await openRecordingGateway()
 *     gateway.answer = ({ path }) => (path === '/call' ? status(500) : accept)
 *     await gateway.until(() => gateway.requests.length === 3, 'three requests')
 *     await gateway.close()
 */
export class RecordingGateway {
  readonly #server = createServer({ keepAliveTimeout: 120_000 })
  readonly #connections = new Map<Socket, number>()
  readonly #changes = new Changes()
  readonly #requests: Recording[] = []
  #opened = 0
  answer: AnswerChoice = () => accept

  constructor() {
    this.#server.on('connection', (socket) => {
      this.#opened += 1
      this.#connections.set(socket, this.#opened)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        this.#connections.delete(socket)
        this.#changes.changed()
      })
    })
    this.#server.on('request', (request, response) => void this.#take(request, response))
  }

  /** `http://127.0.0.1:port`: the base address of WhatsApp and Telegram. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get callUrl(): string {
    return `${this.url}/call`
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** All requests in the order in which they came. */
  get requests(): readonly RecordedRequest[] {
    return this.#requests
  }

  /** The requests that carry a message; the others ask whether the gateway is well. */
  get messages(): readonly RecordedRequest[] {
    return this.#requests.filter(({ method }) => method === 'POST')
  }

  /** Forgets the requests so far: a long test must not fill the memory that it watches. */
  forget(): void {
    this.#requests.length = 0
  }

  /** The numbers of the TCP connections that are open now. */
  get openConnections(): readonly number[] {
    return [...this.#connections.values()]
  }

  /** Waits for a state of this gateway; asked again after every request, answer and closed connection. */
  until(holds: () => boolean, what: string, limitMs?: number): Promise<void> {
    return this.#changes.until(holds, what, limitMs)
  }

  /** On a port of its own choice, or on a certain one. */
  open(port = 0): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, '127.0.0.1', resolve)
    })
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve())
      this.#server.closeAllConnections()
      for (const socket of this.#connections.keys()) socket.destroy()
    })
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const recorded: Recording = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      idempotencyKey: String(request.headers['idempotency-key'] ?? ''),
      connection: this.#connections.get(request.socket) ?? 0,
      atMs: performance.now(),
      bodyText: '',
      body: undefined,
      answered: false
    }
    const answer = this.answer(recorded)
    if (answer.beforeReading !== true) {
      recorded.bodyText = await textOf(request)
      recorded.body = jsonOf(recorded.bodyText)
    }
    response.on('error', () => undefined)
    response.on('finish', () => {
      recorded.answered = true
      this.#changes.changed()
    })
    this.#requests.push(recorded)
    answer.give(response, recorded)
    this.#changes.changed()
  }
}

export async function openRecordingGateway(): Promise<RecordingGateway> {
  const gateway = new RecordingGateway()
  await gateway.open()
  return gateway
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer)
  } catch {
    // The sender went away in the middle; what it sent is still on record.
  }
  return Buffer.concat(chunks).toString('utf8')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
