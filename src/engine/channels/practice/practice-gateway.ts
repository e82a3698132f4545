import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { type ChannelId, CHANNEL_IDS, perChannel } from '../../../shared/domain/channel'
import type {
  PracticeInbox,
  PracticeMessage,
  PracticeMode,
  PracticeModes
} from '../../../shared/domain/practice'
import type { Clock, FrozenGateway } from '../../ports'
import { isoOf } from '../../system-clock'

const KEPT_MESSAGES = 1_000
const BODY_LIMIT_BYTES = 2_000_000

/** A real HTTP server inside the app that stands for the gateway: it takes all three calls and shows what came. */
export interface PracticeGateway {
  /** Its address, as a run freezes it. */
  readonly gateway: FrozenGateway
  inbox(): PracticeInbox
  setModes(modes: PracticeModes): void
  clear(): void
  close(): Promise<void>
}

const PATHS: Readonly<Record<string, ChannelId>> = {
  '/whatsapp/send': 'whatsapp',
  '/telegram/send': 'telegram',
  '/call': 'ai_call'
}

const HEALTH_PATHS = new Set(['/whatsapp/health', '/telegram/health'])

const textMessage = z.object({ message: z.string() })

/** The seed's payloads: who it is for and what it says. */
const PAYLOADS = {
  whatsapp: textMessage
    .extend({ phone_numbers: z.tuple([z.string()]) })
    .transform((body) => ({ to: body.phone_numbers[0], text: body.message })),
  telegram: textMessage
    .extend({ urls: z.tuple([z.string()]) })
    .transform((body) => ({ to: body.urls[0].replace(/^.*#/, ''), text: body.message })),
  ai_call: z
    .object({ number: z.string(), prompt: z.string() })
    .transform((body) => ({ to: body.number, text: body.prompt }))
} satisfies Record<ChannelId, z.ZodType<{ to: string; text: string }>>

/** Starts the practice gateway on a free port of 127.0.0.1. `onChange` is called after every change of the inbox. */
export async function openPracticeGateway(clock: Clock, onChange: () => void): Promise<PracticeGateway> {
  let modes: PracticeModes = perChannel(() => 'accept')
  let messages: PracticeMessage[] = []
  let seq = 0
  const received = perChannel(() => 0)

  const accept = (channel: ChannelId, deliveryId: string, body: string): boolean => {
    const parsed = PAYLOADS[channel].safeParse(jsonOf(body))
    if (!parsed.success) return false
    seq += 1
    received[channel] += 1
    const message = { seq, at: isoOf(clock.nowMs()), channel, delivery_id: deliveryId, ...parsed.data }
    messages = [message, ...messages].slice(0, KEPT_MESSAGES)
    onChange()
    return true
  }

  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const channel = PATHS[path]
    if (HEALTH_PATHS.has(path)) answer(response, 200, { status: 'ok' })
    else if (channel === undefined) answer(response, 404, { error: 'not found' })
    else {
      void readBody(request).then((body) => {
        const key = String(request.headers['idempotency-key'] ?? '')
        MODES[modes[channel]](response, () => accept(channel, key, body))
      })
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    gateway: { id: 'practice', base_url: base, ai_call_url: `${base}/call`, user_id: '' },
    inbox: () => ({ modes, messages, received: { ...received } }),
    setModes: (next) => {
      modes = next
      onChange()
    },
    clear: () => {
      messages = []
      for (const channel of CHANNEL_IDS) received[channel] = 0
      onChange()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

/** How each mode answers. `accept` takes the message and tells whether its payload was in order. */
const MODES: Readonly<Record<PracticeMode, (response: ServerResponse, accept: () => boolean) => void>> = {
  accept: (response, accept) =>
    accept()
      ? answer(response, 200, { success: true, message: 'accepted by the practice gateway' })
      : answer(response, 422, { success: false, error: 'the payload is not in the expected form' }),
  reject: (response) => answer(response, 200, { success: false, error: 'rejected by the practice gateway' }),
  server_error: (response) => answer(response, 500, { error: 'the practice gateway was told to fail' }),
  hang: () => undefined,
  reset: (response) => response.socket?.resetAndDestroy(),
  html: (response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>Sign in to the network</title>')
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request) {
      size += (chunk as Buffer).length
      if (size <= BODY_LIMIT_BYTES) chunks.push(chunk as Buffer)
    }
  } catch {
    return ''
  }
  return Buffer.concat(chunks).toString('utf8')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
