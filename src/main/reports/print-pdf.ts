import { BrowserWindow, type Session, session } from 'electron'
import { APP_SCHEME } from '../window/app-protocol'
import type { PageFrame } from './document/page-frame'

const REPORT_URL = `${APP_SCHEME}://report/`
const SESSION_NAME = 'report'
const MM_AN_INCH = 25.4

/** Inches, as Chromium wants them. */
const MARGINS = {
  top: 19 / MM_AN_INCH,
  bottom: 18 / MM_AN_INCH,
  left: 16 / MM_AN_INCH,
  right: 16 / MM_AN_INCH
}

/**
 * Prints a page as a PDF of A4 sheets, in a window that nobody sees: without scripts, Node or a preload, in a session of
 * its own that knows this one page, no other address and no permission. One at a time: the session has one page.
 */
export async function printPdf(page: string, { header, footer }: PageFrame): Promise<Uint8Array> {
  const own = session.fromPartition(SESSION_NAME)
  lockDown(own)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      spellcheck: false
    }
  })
  own.protocol.handle(
    APP_SCHEME,
    () => new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } })
  )
  try {
    const crashed = new Promise<never>((_resolve, reject) => {
      window.webContents.once('render-process-gone', (_event, { reason }) =>
        reject(new Error(`The page that is printed is gone: ${reason}`))
      )
    })
    await Promise.race([window.loadURL(REPORT_URL), crashed])
    const printed = window.webContents.printToPDF({
      pageSize: 'A4',
      margins: MARGINS,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: header,
      footerTemplate: footer,
      generateTaggedPDF: true
    })
    return await Promise.race([printed, crashed])
  } finally {
    window.destroy()
    own.protocol.unhandle(APP_SCHEME)
  }
}

function lockDown(own: Session): void {
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  own.setPermissionCheckHandler(() => false)
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: url !== REPORT_URL }))
}
