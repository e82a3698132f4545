import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runMain } from './launch/main-script.mjs'
import { requireReleasable, sourceState } from './packaging/build-identity.mjs'
import { makePackages } from './packaging/packages.mjs'
import { signFeeds } from './packaging/sign-feeds.mjs'
import { updateChannel } from './packaging/update-channel.mjs'
import { projectRoot } from './set-up/project-paths.mjs'
import { ensureReady } from './set-up/set-up.mjs'

// Makes the packages for the system it runs on: `npm run dist` a release, `npm run dist -- --test-build` one to try.
runMain(async () => {
  const { values } = parseArgs({
    options: { 'test-build': { type: 'boolean', default: false }, output: { type: 'string' } }
  })
  const electron = await ensureReady({ build: true, packages: true })
  const source = await sourceState()
  const kind = values['test-build'] ? 'test' : 'release'
  if (kind === 'release') requireReleasable(source, electron)
  const output = values.output ?? join(projectRoot, 'dist')
  const privateKey = process.env['LOA_UPDATE_PRIVATE_KEY']
  const { made, notMade } = await makePackages({
    output,
    identity: { kind, ...source },
    updates: updateChannel(process.env),
    electron
  })
  const feeds = privateKey ? signFeeds(output, privateKey) : []
  for (const file of [...made, ...feeds]) console.log(file)
  for (const { name, reason } of notMade) console.log(`Not built here: ${name} (${reason})`)
  // A release is whole, or it is none.
  const lacks = kind === 'release' && notMade.some(({ ofThisSystem }) => ofThisSystem)
  return lacks ? 1 : 0
})
