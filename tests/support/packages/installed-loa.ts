import { type Browser, chromium, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { killAllWith } from '../app/processes'
import { Changes } from '../engine/changes'
import type { OrdinaryUser } from './ordinary-user'

export const MENU_ENTRY = '/usr/share/applications/loa.desktop'

const LISTENING = /DevTools listening on (ws:\/\/\S+)/

export interface InstalledLoa {
  readonly page: Page
  /** Resolves when the process is gone; the browser's end is not the app's. */
  readonly ended: Promise<unknown>
  /** Kills it with its children; nothing writes into the user's home any more when this is over. */
  readonly kill: () => Promise<void>
}

/** What a desktop runs when somebody clicks the entry in its menu. */
export async function commandOfMenuEntry(): Promise<string> {
  const [, command = ''] = /^Exec=(.+)$/m.exec(await readFile(MENU_ENTRY, 'utf8')) ?? []
  return command
}

/**
 * Starts the installed app as somebody, and takes hold of its window by Chromium's own port: Playwright's way of starting
 * Electron needs the inspector, which a package refuses.
 */
export async function startInstalled(
  command: string,
  user: OrdinaryUser,
  flags: readonly string[] = []
): Promise<InstalledLoa> {
  const [program = '', ...words] = command.split(' ')
  const loa = spawn(program, [...words, ...flags, '--remote-debugging-port=0'], {
    cwd: user.home,
    uid: user.uid,
    gid: user.gid,
    env: user.env,
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const ended = once(loa, 'exit')
  const kill = async () => {
    loa.kill('SIGKILL')
    await ended
    await killAllWith(user.home)
  }
  const changes = new Changes()
  let said = ''
  loa.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    changes.changed()
  })
  try {
    await changes.until(() => LISTENING.test(said), 'the debugging port', 30_000)
  } catch (error) {
    await kill()
    throw new Error(`The installed Loa did not start: ${said}`, { cause: error })
  }
  const browser = await chromium.connectOverCDP(LISTENING.exec(said)?.[1] ?? '', { noDefaults: true })
  const page = await firstPage(browser)
  await page.getByRole('navigation').waitFor()
  return { page, ended, kill }
}

async function firstPage(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0]!
  return context.pages()[0] ?? context.waitForEvent('page')
}
