import { changeSettings } from '../support/app/change-settings'
import { expect, test } from '@playwright/test'
import { generateKeyPairSync } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sandboxFlags } from '../../scripts/launch/sandbox.mjs'
import { signedFeed } from '../../scripts/packaging/sign-feeds.mjs'
import { withTemporaryFolder } from '../../scripts/set-up/temporary-folder.mjs'
import { openPage } from '../support/app/pages'
import { activeCampaign } from '../support/app/sample'
import { wallTime } from '../support/engine/records'
import { accept, Held } from '../support/gateway/gateway-answers'
import { openRecordingGateway } from '../support/gateway/recording-gateway'
import { startInstalled } from '../support/packages/installed-loa'
import { makeTestFolderOfApp } from '../support/packages/test-folder-of-app'
import { feedFor, PACKAGE, startUpdateServer } from '../support/packages/update-server'

function keyPair() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  }
}

const isLinux = process.platform === 'linux'

test.describe(isLinux ? 'updates' : 'updates (not tested here: the package is one for Linux)', () => {
  test.skip(!isLinux)

  test('nobody is asked before it is wanted; a feed without our signature and a changed package are refused; no run is disturbed', async () => {
    test.setTimeout(240_000)
    await withTemporaryFolder(tmpdir(), 'loa-updates-', async (home) => {
      const ours = keyPair()
      const server = await startUpdateServer()
      const gateway = await openRecordingGateway()
      const folder = await makeTestFolderOfApp({
        output: join(home, 'package'),
        updates: { feed: server.url, publicKey: ours.publicKey }
      })
      const image = join(home, 'Loa.AppImage')
      await writeFile(image, 'the older one')
      const dataDir = join(home, 'data')
      const env = Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? '']))
      const loa = await startInstalled(
        join(folder, 'loa'),
        {
          uid: process.getuid?.() ?? 0,
          gid: process.getgid?.() ?? 0,
          home,
          env: {
            ...env,
            APPIMAGE: image,
            XDG_CACHE_HOME: join(home, 'cache'),
            XDG_CONFIG_HOME: join(home, 'config'),
            LANGUAGE: 'en'
          }
        },
        [...sandboxFlags(), `--data-dir=${dataDir}`]
      )
      const { page } = loa
      const log = () => readFile(join(dataDir, 'logs', 'scheduler.log'), 'utf8')
      const paths = () => server.requests.map(({ path }) => path)
      try {
        const info = await page.evaluate(() => window.loa.getAppInfo())
        expect(info).toMatchObject({ value: { updates: 'self' } })
        const content = Buffer.from('a newer one')
        server.package = content

        server.feed = signedFeed(feedFor(content), keyPair().privateKey)
        expect(server.requests).toEqual([])
        await openPage(page, 'Settings')
        const updates = page.getByRole('region', { name: 'Updates' })
        const standing = updates.getByRole('status')
        const look = updates.getByRole('button', { name: 'Look now' })
        await expect(look).toHaveCount(0)
        await changeSettings(page, { updates_on: true })
        await expect.poll(log).toContain('Update: The update feed is not signed by Loa; it was refused.')
        expect(paths()).not.toContain(PACKAGE)
        await expect(standing).toContainText(
          'Loa could not get an update. The update feed is not signed by Loa'
        )

        server.feed = signedFeed(feedFor(content, '0.0.1'), ours.privateKey)
        await look.click()
        await expect(standing).toContainText('there is no newer version')
        expect(paths()).not.toContain(PACKAGE)

        server.feed = signedFeed(feedFor(content), ours.privateKey)
        server.package = Buffer.from('another one')
        await look.click()
        await expect.poll(log).toMatch(/Update: .*(sha512|size) .*mismatch/i)
        expect(await log()).not.toContain('is ready')

        await changeSettings(page, { updates_on: false })
        server.package = content
        const held = new Held()
        gateway.answer = ({ method }) => (method === 'POST' ? held.answer : accept)
        await activeCampaign(page, { gatewayUrl: gateway.url, startTime: wallTime(Date.now() + 3_000) })
        await gateway.until(() => held.count === 1, 'a request in flight', 30_000)
        const before = server.requests.length
        await changeSettings(page, { updates_on: true })
        // Time enough for what must not happen: without the run it takes a tenth of this.
        await page.waitForTimeout(1_500)
        expect(server.requests.length).toBe(before)
        await expect(standing).toHaveText('A run is at work. Loa looks when it is over.')
        gateway.answer = () => accept
        held.release()
        await expect.poll(log, { timeout: 30_000 }).toContain('Update: 9.9.9 is ready')
        expect(gateway.messages).toHaveLength(3)
        await expect(standing).toHaveText('Version 9.9.9 is ready. It is installed when you quit Loa.')
        await expect(look).toHaveCount(0)

        const fetched = join(home, 'cache', 'loa-updater', 'pending', PACKAGE.slice(1))
        expect(await readFile(fetched)).toEqual(content)
        // Nothing is exchanged while Loa runs.
        expect(await readFile(image, 'utf8')).toBe('the older one')
      } finally {
        await loa.kill()
        await server.stop()
        await gateway.close()
      }
    })
  })
})
