import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const FEED = '/latest-linux.yml'
export const PACKAGE = '/Loa-9.9.9.AppImage'

/** A server with a feed and a package, on 127.0.0.1. */
export interface UpdateServer {
  readonly url: string
  /** What was asked for, in order. */
  readonly requests: readonly { readonly path: string; readonly atMs: number }[]
  /** The feed as it is handed out. */
  feed: string
  package: Buffer
  stop(): Promise<void>
}

export async function startUpdateServer(): Promise<UpdateServer> {
  const requests: { path: string; atMs: number }[] = []
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://127.0.0.1').pathname
    requests.push({ path, atMs: performance.now() })
    const content = path === FEED ? update.feed : path === PACKAGE ? update.package : null
    response.statusCode = content === null ? 404 : 200
    response.end(content ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const update: UpdateServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    feed: '',
    package: Buffer.alloc(0),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
  return update
}

/** A feed as electron-builder writes it, for a package. */
export function feedFor(content: Buffer, version = '9.9.9'): string {
  const sha512 = createHash('sha512').update(content).digest('base64')
  const name = PACKAGE.slice(1)
  return [
    `version: ${version}`,
    'files:',
    `  - url: ${name}`,
    `    sha512: ${sha512}`,
    `    size: ${content.length}`,
    `path: ${name}`,
    `sha512: ${sha512}`,
    "releaseDate: '2026-01-01T00:00:00.000Z'",
    ''
  ].join('\n')
}
