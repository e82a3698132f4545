import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What the command line asks for. Everything else on it belongs to Electron. */
export interface Flags {
  readonly dataDir: string | null
  /** Start in the tray, without a window. */
  readonly hidden: boolean
  /** Run the engine alone: no window, no tray, log lines on stdout. */
  readonly headless: boolean
  /** Sample contacts and a campaign due in ten seconds; log lines also go to stdout. */
  readonly demo: boolean
  /** With `demo`: quit after the summary. */
  readonly once: boolean
  /** With `demo`: save a picture of the window here after the summary. */
  readonly demoScreenshot: string | null
  /** Check this report, say what was found, and end; empty when no file is named. */
  readonly verifyReport: string | null
}

export function parseFlags(argv: readonly string[]): Flags {
  const { values } = parseArgs({
    args: argv.slice(1),
    strict: false,
    options: {
      'data-dir': { type: 'string' },
      hidden: { type: 'boolean' },
      headless: { type: 'boolean' },
      demo: { type: 'boolean' },
      once: { type: 'boolean' },
      'demo-screenshot': { type: 'string' },
      'verify-report': { type: 'string' }
    }
  })
  const path = (value: unknown) => (typeof value === 'string' && value !== '' ? resolve(value) : null)
  return {
    dataDir: path(values['data-dir']),
    hidden: values.hidden === true,
    headless: values.headless === true,
    demo: values.demo === true,
    once: values.once === true,
    demoScreenshot: path(values['demo-screenshot']),
    verifyReport: values['verify-report'] === undefined ? null : (path(values['verify-report']) ?? '')
  }
}
