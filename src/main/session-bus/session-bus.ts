import { createConnection, type Socket } from 'node:net'
import {
  type BusCall,
  type BusMessage,
  type BusValue,
  decodeMessage,
  encodeCall,
  messageLength
} from './bus-message'

/** A connection to the desktop's session bus. */
export interface SessionBus {
  /** The values of the answer; null when there is none: refused, nobody there, or the bus is gone. */
  call(call: BusCall): Promise<readonly BusValue[] | null>
  /** Hands on the signals that match a rule of D-Bus, from now on. */
  watch(rule: string, onSignal: (signal: BusMessage) => void): void
  close(): void
}

const BUS = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus'
} as const

/** Longer messages are never meant for Loa. */
const LONGEST_MESSAGE = 1_000_000
const ANSWER_LIMIT_MS = 5_000

/**
 * Connects to the first of these sockets that takes us. Electron has no D-Bus of its own to ask, and the few calls that
 * Loa makes need no library.
 *
 * @returns null when there is no bus
 */
export async function connectToBus(sockets: readonly string[]): Promise<SessionBus | null> {
  for (const path of sockets) {
    const socket = await authenticated(path)
    if (socket === null) continue
    const bus = busOn(socket)
    if ((await bus.call({ ...BUS, member: 'Hello', args: [] })) !== null) return bus
    bus.close()
  }
  return null
}

/** Says who we are, by the user that the socket belongs to. */
function authenticated(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    let heard = ''
    const socket = createConnection(path)
    const refuse = () => {
      socket.destroy()
      resolve(null)
    }
    socket.setTimeout(ANSWER_LIMIT_MS, refuse)
    socket.once('error', refuse)
    socket.once('close', refuse)
    socket.once('connect', () => {
      const user = Buffer.from(String(process.getuid?.() ?? '')).toString('hex')
      socket.write(`\0AUTH EXTERNAL ${user}\r\n`)
    })
    socket.on('data', function onAnswer(chunk: Buffer) {
      heard += chunk.toString('latin1')
      if (!heard.endsWith('\r\n')) return
      if (!heard.startsWith('OK ')) return refuse()
      socket.off('data', onAnswer)
      socket.off('close', refuse)
      socket.setTimeout(0)
      socket.write('BEGIN\r\n')
      resolve(socket)
    })
  })
}

function busOn(socket: Socket): SessionBus {
  const waiting = new Map<number, (values: readonly BusValue[] | null) => void>()
  const listeners: ((signal: BusMessage) => void)[] = []
  let unread = Buffer.alloc(0)
  let serial = 0

  function take(message: BusMessage): void {
    if (message.type === 'signal') for (const listener of listeners) listener(message)
    if (message.type !== 'answer' && message.type !== 'error') return
    waiting.get(message.replyTo)?.(message.type === 'answer' ? message.body : null)
  }
  function read(chunk: Buffer): void {
    unread = Buffer.concat([unread, chunk])
    for (let length = messageLength(unread); length !== null; length = messageLength(unread)) {
      if (length > LONGEST_MESSAGE) return void socket.destroy()
      if (unread.length < length) return
      const message = unread.subarray(0, length)
      unread = unread.subarray(length)
      take(decodeMessage(message))
    }
  }
  socket.on('data', (chunk: Buffer) => {
    try {
      read(chunk)
    } catch {
      // What is no message says that we have lost our place in the stream: nothing behind it can be trusted.
      socket.destroy()
    }
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    for (const answer of [...waiting.values()]) answer(null)
  })

  function call(request: BusCall): Promise<readonly BusValue[] | null> {
    if (socket.destroyed) return Promise.resolve(null)
    const number = ++serial
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiting.get(number)?.(null), ANSWER_LIMIT_MS)
      waiting.set(number, (values) => {
        clearTimeout(timer)
        waiting.delete(number)
        resolve(values)
      })
      socket.write(encodeCall(number, request))
    })
  }
  return {
    call,
    watch(rule, onSignal) {
      listeners.push(onSignal)
      void call({ ...BUS, member: 'AddMatch', args: [rule] })
    },
    close: () => void socket.destroy()
  }
}
