import { connect, type Socket } from 'node:net'
import { type BusCall, type BusValue, decodeMessage, encodeCall } from './dbus-message'

/** A program that does not answer is not waited for. */
const ANSWER_MS = 5_000

/** Thrown when the bus or a program on it says no, or nothing. `name` is D-Bus's own, or ours for silence. */
export class BusError extends Error {
  constructor(override readonly name: string) {
    super(name)
  }
}

/** A connection to the session's bus. Nothing in it blocks. */
export interface BusSession {
  /** The values of the answer. Rejects with a BusError. */
  call(call: BusCall): Promise<readonly BusValue[]>
  close(): void
}

/** Where the session's bus listens: a socket's path; null when there is no such place on this computer. */
export function busPath(address: string | undefined): string | null {
  for (const one of address?.split(';') ?? []) {
    const [, kind, name = ''] = /^unix:(?:.*,)?(path|abstract)=([^,]+)/.exec(one) ?? []
    if (kind === 'path') return decodeURIComponent(name)
    // Node connects to such names from version 20 on; before it says that there is nobody.
    if (kind === 'abstract') return `\0${decodeURIComponent(name)}`
  }
  return null
}

/** Connects to a bus and introduces itself. Rejects when there is none. */
export async function openBusSession(path: string): Promise<BusSession> {
  const socket = await connected(path)
  const calls = new Map<
    number,
    { resolve: (body: readonly BusValue[]) => void; reject: (error: Error) => void }
  >()
  let serial = 0
  let received: Buffer = Buffer.alloc(0)

  const endAll = (name: string) => {
    for (const { reject } of calls.values()) reject(new BusError(name))
    calls.clear()
  }
  const take = (chunk: Buffer) => {
    received = Buffer.concat([received, chunk])
    for (let message = decodeMessage(received); message !== null; message = decodeMessage(received)) {
      received = received.subarray(message.size)
      const waiting = calls.get(message.replyTo)
      if (message.kind === 'other' || waiting === undefined) continue
      calls.delete(message.replyTo)
      if (message.kind === 'reply') waiting.resolve(message.body)
      else waiting.reject(new BusError(message.errorName))
    }
  }
  const session: BusSession = {
    call: (call) =>
      new Promise((resolve, reject) => {
        serial += 1
        const mine = serial
        const limit = setTimeout(() => {
          calls.delete(mine)
          reject(new BusError('loa.NoAnswer'))
        }, ANSWER_MS)
        const end =
          <T>(settle: (value: T) => void) =>
          (value: T) => {
            clearTimeout(limit)
            settle(value)
          }
        calls.set(mine, { resolve: end(resolve), reject: end(reject) })
        socket.write(encodeCall(mine, call))
      }),
    close: () => {
      socket.destroy()
      endAll('loa.Closed')
    }
  }
  try {
    await introduce(socket)
  } catch (error) {
    socket.destroy()
    throw error
  }
  socket.on('data', (chunk: Buffer) => {
    try {
      take(chunk)
    } catch {
      // It speaks another language: whoever waits is told, and nobody asks it again.
      session.close()
    }
  })
  socket.on('close', () => endAll('loa.Closed'))
  await session.call({
    destination: 'org.freedesktop.DBus',
    path: '/org/freedesktop/DBus',
    face: 'org.freedesktop.DBus',
    member: 'Hello'
  })
  return session
}

function connected(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    socket.setTimeout(ANSWER_MS, () => socket.destroy(new BusError('loa.NoAnswer')))
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.setTimeout(0)
      socket.off('error', reject)
      // What goes wrong later is told by `close`.
      socket.on('error', () => undefined)
      resolve(socket)
    })
  })
}

/** The greeting of the bus: who we are is known to it from the socket. */
function introduce(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => settle(new BusError('loa.NoAnswer')), ANSWER_MS)
    const settle = (error: Error | null) => {
      clearTimeout(limit)
      socket.off('data', onAnswer)
      socket.off('close', onClose)
      if (error === null) resolve()
      else reject(error)
    }
    const onClose = () => settle(new BusError('loa.Closed'))
    const onAnswer = (answer: Buffer) => {
      if (!answer.toString('latin1').startsWith('OK ')) return settle(new BusError('loa.Refused'))
      socket.write('BEGIN\r\n')
      settle(null)
    }
    socket.once('data', onAnswer)
    socket.once('close', onClose)
    const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')
    socket.write(`\0AUTH EXTERNAL ${user}\r\n`)
  })
}
