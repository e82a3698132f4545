import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { RecordedRequest } from './recording-gateway'

/** How the recording gateway answers one request. */
export interface GatewayAnswer {
  /** Answers at the head of the request and leaves its body unread. */
  readonly beforeReading?: true
  readonly give: (response: ServerResponse, request: RecordedRequest) => void
}

const JSON_HEADERS = { 'content-type': 'application/json' }

const answering = (give: GatewayAnswer['give']): GatewayAnswer => ({ give })

/** A status with a body: an object as JSON, a text as it is. */
export function status(code: number, body: object | string = '', headers = {}): GatewayAnswer {
  return answering((response) => {
    const isJson = typeof body === 'object'
    response.writeHead(code, { ...(isJson && JSON_HEADERS), ...headers })
    response.end(isJson ? JSON.stringify(body) : body)
  })
}

/** The answer of `accept`, as it shows in the log. */
export const ACCEPTED_TEXT = '{"success":true,"message":"accepted"}'

export const accept = status(200, ACCEPTED_TEXT, JSON_HEADERS)

export const noContent = status(204)

/** The login page of a network that lets nothing else through. */
export const htmlPage = status(200, '<!doctype html>\n<title>Sign in to the network</title>', {
  'content-type': 'text/html'
})

export const redirectTo = (url: string, code = 302): GatewayAnswer => status(code, '', { location: url })

export const resetBeforeReading: GatewayAnswer = {
  beforeReading: true,
  give: (response) => response.socket?.resetAndDestroy()
}

/** The request is read (and on record), then the connection is reset without an answer. */
export const resetAfterReading = answering((response) => response.socket?.resetAndDestroy())

/** The request is read, then the connection is closed in order, without an answer. */
export const closeWithoutAnswer = answering((response) => response.socket?.end())

/** Never answers. */
export const silence = answering(() => undefined)

/** Announces more bytes than it sends, and closes. */
export const truncatedJson = answering((response) => {
  response.writeHead(200, { ...JSON_HEADERS, 'content-length': '1000' })
  response.write('{"success":tr', () => response.socket?.end())
})

export const invalidUtf8 = answering((response) => {
  response.writeHead(200, JSON_HEADERS)
  response.end(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]))
})

const MEGABYTE = Buffer.alloc(1_000_000, ' ')

/** Sends that many megabytes as fast as they are taken. */
export const megabytes = (count: number): GatewayAnswer =>
  answering((response) => {
    let left = count
    const send = () => {
      while (left > 0 && !response.destroyed) {
        left -= 1
        if (!response.write(MEGABYTE)) return void response.once('drain', send)
      }
      response.end()
    }
    response.writeHead(200, JSON_HEADERS)
    send()
  })

/** A few bytes that would become a hundred megabytes. */
export const gzipBomb = answering((response) => {
  response.writeHead(200, { ...JSON_HEADERS, 'content-encoding': 'gzip' })
  response.end(gzipSync(Buffer.alloc(100_000_000, ' '), { level: 1 }))
})

/** Header lines without end. */
export const endlessHeaders = answering(({ socket }) => {
  const line = `x-filler: ${'a'.repeat(1000)}\r\n`
  const send = () => {
    while (socket?.writable === true) if (!socket.write(line)) return void socket.once('drain', send)
  }
  socket?.write('HTTP/1.1 200 OK\r\n')
  send()
})

/** Starts a good answer and sends one byte of it a second. */
export const byteASecond = answering((response) => {
  const bytes = [...Buffer.from(ACCEPTED_TEXT)]
  response.writeHead(200, JSON_HEADERS)
  response.flushHeaders()
  const timer = setInterval(() => response.write(Buffer.of(bytes.shift() ?? 32)), 1000)
  response.on('close', () => clearInterval(timer))
})

/** A good answer; then the gateway closes the connection although it promised to keep it. */
export const acceptAndClose = answering((response, request) => {
  response.once('finish', () => response.socket?.destroySoon())
  accept.give(response, request)
})

/** A good answer after a delay: what a slow gateway does. */
export const acceptAfter = (delayMs: number): GatewayAnswer =>
  answering((response, request) => {
    const timer = setTimeout(() => accept.give(response, request), delayMs)
    response.once('close', () => clearTimeout(timer))
  })

/** Another answer for each request, chosen when its body is there. */
export const chosenBy = (choose: (request: RecordedRequest) => GatewayAnswer): GatewayAnswer =>
  answering((response, request) => choose(request).give(response, request))

/** Keeps requests waiting until the test lets them go. */
export class Held {
  #held: ((answer: GatewayAnswer) => void)[] = []

  readonly answer: GatewayAnswer = answering((response, request) => {
    this.#held.push((answer) => answer.give(response, request))
  })

  /** How many requests wait now. */
  get count(): number {
    return this.#held.length
  }

  /** Accepts the requests that wait, or answers otherwise, the oldest first; all of them when no number is given. */
  release(count = this.#held.length, answer = accept): void {
    for (const go of this.#held.splice(0, count)) go(answer)
  }
}
