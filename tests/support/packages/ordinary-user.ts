import { chown, mkdir, mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** "nobody" and "nogroup" of Debian: an ordinary user that every system has. */
export const NOBODY = { uid: 65534, gid: 65534 }

/** Somebody at this computer who is not root, with a home of their own. */
export interface OrdinaryUser {
  readonly uid: number
  readonly gid: number
  readonly home: string
  /** Their environment, as a desktop gives it. */
  readonly env: Readonly<Record<string, string>>
}

/**
 * Only root can be somebody else.
 *
 * @param desktop the variables that lead to a screen and a session bus that they may use
 */
export async function makeOrdinaryUser(desktop: Readonly<Record<string, string>>): Promise<OrdinaryUser> {
  const home = await mkdtemp(join(tmpdir(), 'loa-home-'))
  const runtime = join(home, 'run')
  await mkdir(runtime, { mode: 0o700 })
  await giveTo(NOBODY, home)
  return {
    ...NOBODY,
    home,
    env: {
      HOME: home,
      USER: 'nobody',
      PATH: '/usr/local/bin:/usr/bin:/bin',
      LANG: 'C.UTF-8',
      LANGUAGE: 'en',
      XDG_RUNTIME_DIR: runtime,
      ...desktop
    }
  }
}

/** Gives a folder and everything in it to somebody. */
async function giveTo({ uid, gid }: { uid: number; gid: number }, folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  for (const path of [folder, ...names.map((name) => join(folder, name))]) await chown(path, uid, gid)
}
