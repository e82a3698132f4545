import { protocol } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { SECURITY_HEADERS } from './content-policy'

/** The scheme of every page that Loa shows or prints. */
export const APP_SCHEME = 'loa'

/** The page that the window shows, and the only origin that may call the main process. */
export const APP_ORIGIN = `${APP_SCHEME}://app`

/** A scheme of our own, so that the page is a secure origin and no `file:` address is ever loaded. Call before ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }
  ])
}

/** From the moment that a file is taken until it is wholly on its way. */
const HAND_OVER_MS = 10

/**
 * Serves the built window from its folder, and nothing outside of it, under the content policy. A file goes out in one
 * piece: handed on as it is read it would need the main thread again and again, which has an engine to start.
 *
 * @returns resolves when a page and every file that it names have gone out for the first time
 */
export function serveApp(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const missing = new Set<string>()
    const gone = (pathname: string) => {
      if (missing.delete(pathname) && missing.size === 0) setTimeout(resolve, HAND_OVER_MS)
    }
    protocol.handle(APP_SCHEME, async (request) => {
      const { host, pathname } = new URL(request.url)
      const file = normalize(join(folder, decodeURIComponent(pathname)))
      const type = TYPES[extname(file)]
      if (host !== 'app' || type === undefined || !file.startsWith(folder + sep)) return notFound()
      try {
        const bytes = await readFile(file)
        if (type === TYPES['.html']) for (const path of namedIn(bytes.toString('utf8'))) missing.add(path)
        return new Response(
          inOnePiece(bytes, () => gone(pathname)),
          { headers: { 'content-type': type, ...SECURITY_HEADERS } }
        )
      } catch {
        return notFound()
      }
    })
  })
}

/** A body that says when it was taken. */
const inOnePiece = (bytes: Uint8Array, onTaken: () => void): ReadableStream<Uint8Array> =>
  new ReadableStream(
    {
      start: (body) => body.enqueue(bytes),
      pull(body) {
        body.close()
        onTaken()
      }
    },
    { highWaterMark: 1 }
  )

/** The paths of the scripts and styles that a page names. */
const namedIn = (html: string): string[] =>
  [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(
    ([, path = '']) => new URL(path, `${APP_ORIGIN}/`).pathname
  )

/** The kinds of files that the window is built of. */
const TYPES: Readonly<Partial<Record<string, string>>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.map': 'application/json'
}

const notFound = () => new Response(null, { status: 404 })
