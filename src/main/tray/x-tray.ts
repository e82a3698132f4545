import { createConnection, type Socket } from 'node:net'
import { xCookie } from './x-authority'

const REPLY_BYTES = 32
const ANSWER_LIMIT_MS = 3_000
const INTERN_ATOM = 16
const GET_SELECTION_OWNER = 23
const ONLY_IF_EXISTS = 1

/**
 * Does an XEmbed tray run on the screen that Loa is shown on? An X display is asked who owns the tray's selection, which
 * is how X programs find it; no tool of a desktop is sure to be there to ask.
 */
export async function hasXTray(env: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  const [, display, screen = '0'] = /^(?:unix)?:(\d+)(?:\.(\d+))?$/.exec(env['DISPLAY'] ?? '') ?? []
  if (display === undefined) return false
  const socket = createConnection(`/tmp/.X11-unix/X${display}`)
  socket.setTimeout(ANSWER_LIMIT_MS, () => socket.destroy())
  try {
    const read = readerOf(socket)
    const cookie = await xCookie(display, env)
    socket.write(hello(cookie?.name ?? '', cookie?.data ?? Buffer.alloc(0)))
    const welcome = await read(8)
    if (welcome[0] !== 1) return false
    await read(welcome.readUInt16LE(6) * 4)
    socket.write(internAtom(`_NET_SYSTEM_TRAY_S${screen}`))
    const atom = (await read(REPLY_BYTES)).readUInt32LE(8)
    if (atom === 0) return false
    socket.write(getSelectionOwner(atom))
    const reply = await read(REPLY_BYTES)
    return reply[0] === 1 && reply.readUInt32LE(8) !== 0
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

/** Says how we write numbers (little-endian, whatever the computer), the protocol's version 11, and the cookie. */
function hello(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(12)
  head.write('l')
  head.writeUInt16LE(11, 2)
  head.writeUInt16LE(name.length, 6)
  head.writeUInt16LE(data.length, 8)
  return Buffer.concat([head, padded(Buffer.from(name, 'latin1')), padded(data)])
}

function internAtom(name: string): Buffer {
  const text = padded(Buffer.from(name, 'latin1'))
  const head = Buffer.from([INTERN_ATOM, ONLY_IF_EXISTS, 0, 0, name.length, 0, 0, 0])
  head.writeUInt16LE(2 + text.length / 4, 2)
  return Buffer.concat([head, text])
}

function getSelectionOwner(atom: number): Buffer {
  const request = Buffer.from([GET_SELECTION_OWNER, 0, 2, 0, 0, 0, 0, 0])
  request.writeUInt32LE(atom, 4)
  return request
}

/** Reads so many bytes at a time; rejects when the display hangs up. */
function readerOf(socket: Socket): (bytes: number) => Promise<Buffer> {
  const gone = new Promise<never>((_resolve, reject) => {
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('The display hung up')))
  })
  // It may hang up when nothing is being read.
  gone.catch(() => undefined)
  return async (bytes) => {
    for (;;) {
      const chunk = bytes === 0 ? Buffer.alloc(0) : (socket.read(bytes) as Buffer | null)
      if (chunk !== null) return chunk
      await Promise.race([gone, new Promise((resolve) => socket.once('readable', resolve))])
    }
  }
}
