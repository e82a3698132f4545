import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { APP_ID as SHIPPED_APP_ID } from '../../../src/main/app-id'
import { APP_ID, builderConfig, ICON_SIZES } from '../../../scripts/packaging/builder-config.mjs'

const needs = {
  identity: { kind: 'release' as const, commit: 'c0ffee', changed: false },
  updates: null,
  electronVersion: '45.4.1',
  output: 'dist',
  papers: 'dist/papers'
}

const config = (env: NodeJS.ProcessEnv = {}) => builderConfig(needs, env)

test('Windows: one installer for one person or for everybody, whose removal keeps the data unless asked', () => {
  const { win, nsis } = config()
  expect(win).toMatchObject({ target: [{ target: 'nsis', arch: ['x64', 'arm64'] }] })
  expect(nsis).toMatchObject({
    oneClick: false,
    perMachine: false,
    allowElevation: true,
    deleteAppDataOnUninstall: false
  })
  const script = readFileSync(String(nsis?.include), 'utf8')
  // Silent, asked and in doubt: no. An update is no removal.
  expect(script).toMatch(
    /\$\{ifNot\} \$\{isUpdated\}\s+MessageBox MB_YESNO\|\S*MB_DEFBUTTON2 .* \/SD IDNO IDNO keepData/
  )
  expect(script.indexOf('RMDir')).toBeGreaterThan(script.indexOf('IDNO keepData'))
})

test('the app and its installer have one id, or notifications on Windows have no name', () => {
  expect(config().appId).toBe(APP_ID)
  expect(SHIPPED_APP_ID).toBe(APP_ID)
})

test('macOS: universal, with the hardened runtime and no more rights than V8 needs', () => {
  const { mac } = config()
  expect(mac).toMatchObject({
    target: [
      { target: 'dmg', arch: 'universal' },
      { target: 'zip', arch: 'universal' }
    ],
    hardenedRuntime: true
  })
  const rights = [...readFileSync(String(mac?.entitlements), 'utf8').matchAll(/<key>(.*)<\/key>/g)]
  expect(rights.map(([, name]) => name)).toEqual(['com.apple.security.cs.allow-jit'])
})

test('macOS: notarised where the environment holds a complete set of what Apple asks for', () => {
  const notarised = (env: NodeJS.ProcessEnv) => config(env).mac?.notarize
  expect(notarised({})).toBe(false)
  expect(notarised({ APPLE_ID: 'a', APPLE_TEAM_ID: 'b' })).toBe(false)
  expect(notarised({ APPLE_ID: 'a', APPLE_TEAM_ID: 'b', APPLE_APP_SPECIFIC_PASSWORD: 'c' })).toBe(true)
  expect(notarised({ APPLE_API_KEY: 'a', APPLE_API_KEY_ID: 'b', APPLE_API_ISSUER: 'c' })).toBe(true)
})

test('Linux: an AppImage beside the packages of the distributions', () => {
  expect(config().linux).toMatchObject({ target: ['AppImage'], executableName: 'loa' })
})

test('no file type belongs to Loa on any system', () => {
  const { fileAssociations, linux, win, mac, protocols } = config()
  for (const claimed of [fileAssociations, protocols, linux?.fileAssociations, win?.fileAssociations])
    expect(claimed).toBeUndefined()
  expect(mac?.fileAssociations).toBeUndefined()
  expect(readFileSync('packaging/linux/loa.desktop.ejs', 'utf8')).not.toContain('MimeType')
})

test('every icon that is named exists', () => {
  const { linux, win, mac } = config()
  for (const icon of [win?.icon, mac?.icon]) expect(existsSync(String(icon))).toBe(true)
  for (const size of ICON_SIZES) expect(existsSync(`${String(linux?.icon)}/${size}x${size}.png`)).toBe(true)
})

test('an Electron gets the fuses that it has', () => {
  const all = config().electronFuses
  expect(all).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false
  })
  const older = builderConfig({ ...needs, electronVersion: '25.1.1' }, {}).electronFuses
  expect(older).not.toHaveProperty('grantFileProtocolExtraPrivileges')
})
