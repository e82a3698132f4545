import { net, protocol } from 'electron'
import { join, normalize, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
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

/** Serves the built window from its folder, and nothing outside of it, under the content policy. */
export function serveApp(folder: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url)
    const file = normalize(join(folder, decodeURIComponent(pathname)))
    if (host !== 'app' || !file.startsWith(folder + sep)) return new Response(null, { status: 404 })
    try {
      const { body, status, headers } = await net.fetch(pathToFileURL(file).href)
      const type = headers.get('content-type')
      return new Response(body, {
        status,
        headers: { ...(type !== null && { 'content-type': type }), ...SECURITY_HEADERS }
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
