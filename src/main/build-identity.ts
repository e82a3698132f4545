import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { AppBuild } from '../shared/ipc/views'

/** What `npm run dist` writes into the package.json of a package. */
const buildSchema = z.object({
  kind: z.enum(['release', 'test']),
  commit: z.string(),
  changed: z.boolean(),
  updates: z.object({ feed: z.string(), publicKey: z.string() }).nullable()
})

export type PackagedBuild = Readonly<z.infer<typeof buildSchema>>

/** What this build says about itself; null where Loa runs from a checkout. */
export function packagedBuild(appPath: string): PackagedBuild | null {
  const metadata = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as { loaBuild?: unknown }
  const parsed = buildSchema.safeParse(metadata.loaBuild)
  return parsed.success ? parsed.data : null
}

/** The same for the window. */
export function appBuild(build: PackagedBuild | null): AppBuild {
  if (build === null) return { kind: 'development', commit: '', changed: false }
  const { kind, commit, changed } = build
  return { kind, commit, changed }
}
