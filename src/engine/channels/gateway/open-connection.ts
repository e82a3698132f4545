import { connect, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'

const TIMEOUT_MS = 10_000

export interface Target {
  readonly host: string
  readonly port: number
  readonly isSecure: boolean
}

/** Where an http or https address leads. */
export function targetOf(url: string): Target {
  const { protocol, hostname, port } = new URL(url)
  const isSecure = protocol === 'https:'
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (isSecure ? 443 : 80), isSecure }
}

/** Opens a connection and closes it again; gives the error's code, or null when it could be opened. */
export function tryConnection({ host, port, isSecure }: Target): Promise<string | null> {
  return new Promise((resolve) => {
    const socket: Socket = isSecure
      ? connectSecurely({ host, port, servername: host })
      : connect({ host, port })
    const settle = (code: string | null) => {
      socket.destroy()
      resolve(code)
    }
    socket.setTimeout(TIMEOUT_MS, () => settle('ETIMEDOUT'))
    socket.once(isSecure ? 'secureConnect' : 'connect', () => settle(null))
    socket.once('error', (error: NodeJS.ErrnoException) => settle(error.code ?? 'UNKNOWN'))
  })
}

/** Is there anybody at that address? Whether a secure connection would be possible is not asked. */
export const canConnect = async (url: string): Promise<boolean> =>
  (await tryConnection({ ...targetOf(url), isSecure: false })) === null
