import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a gateway has seen since it was told how to answer. */
export interface Seen {
  readonly requests: number
  /** From the first request to the last answer, milliseconds. */
  readonly ms: number
  /** When each of the first thousand came, epoch milliseconds. */
  readonly atMs: readonly number[]
}

type Order = { readonly delayMs: number } | 'seen'

const ANSWER = '{"success":true,"message":"accepted"}'
const HEADERS = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(ANSWER) }
const NOTED = 1_000

/** A gateway in a process of its own, so that what it costs is nobody's who is measured. */
export class FastGateway {
  readonly #child: ChildProcess
  readonly url: string

  private constructor(child: ChildProcess, url: string) {
    this.#child = child
    this.url = url
  }

  /** @param script the program that calls `serveGateway` when its first argument is `--gateway` */
  static async open(script: string): Promise<FastGateway> {
    const child = fork(script, ['--gateway'], { execArgv: [] })
    const [url] = (await once(child, 'message')) as [string]
    return new FastGateway(child, url)
  }

  /** From now on every answer takes so long; what was seen is forgotten. */
  async answerAfter(delayMs: number): Promise<void> {
    await this.#ask({ delayMs })
  }

  async seen(): Promise<Seen> {
    return (await this.#ask('seen')) as Seen
  }

  close(): void {
    this.#child.kill()
  }

  async #ask(order: Order): Promise<unknown> {
    const answer = once(this.#child, 'message')
    this.#child.send(order)
    return ((await answer) as unknown[])[0]
  }
}

/** The other end, in its own process. */
export function serveGateway(): void {
  let delayMs = 0
  let requests = 0
  let firstMs = 0
  let lastMs = 0
  let atMs: number[] = []
  const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    if (request.method !== 'POST') return void response.writeHead(200, HEADERS).end(ANSWER)
    const nowMs = performance.now()
    if (requests === 0) firstMs = nowMs
    requests += 1
    if (atMs.length < NOTED) atMs.push(performance.timeOrigin + nowMs)
    request.resume()
    const answer = () => {
      response.writeHead(200, HEADERS)
      response.end(ANSWER)
      lastMs = performance.now()
    }
    if (delayMs === 0) request.on('end', answer)
    else setTimeout(answer, delayMs)
  })
  process.on('message', (order: Order) => {
    if (order === 'seen') return void process.send?.({ requests, ms: lastMs - firstMs, atMs })
    delayMs = order.delayMs
    requests = 0
    atMs = []
    process.send?.('')
  })
  process.on('disconnect', () => process.exit())
  server.listen(0, '127.0.0.1', () => {
    process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  })
}
