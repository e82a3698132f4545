import { fusesForBuilder } from './fuses.mjs'

/** The id of the app for Windows (notifications, taskbar) and macOS (bundle, keychain): src/main/app-id.ts has the same. */
export const APP_ID = 'app.loa.Loa'

/** The sizes of packaging/icons/*.png, in pixels. */
export const ICON_SIZES = Object.freeze([16, 24, 32, 48, 64, 128, 256, 512, 1024])

/** What the window speaks. Chromium's own words (a few menus) exist in fifty more languages, 30 MB of them. */
const LANGUAGES = ['en-US', 'vi']

/**
 * @typedef {object} ConfigNeeds
 * @property {import('./build-identity.mjs').BuildIdentity} identity
 * @property {{ feed: string, publicKey: string } | null} updates the channel of this build; null: none
 * @property {string} [electronDist] the folder of an unpacked Electron; without it electron-builder downloads one
 * @property {string} electronVersion
 * @property {string} output where packages go
 * @property {string} papers the folder with licences and SBOM
 */

/**
 * electron-builder's configuration, for all systems. Pure, so that what cannot be built on a computer can be tested on it.
 * @param {ConfigNeeds} needs
 * @param {NodeJS.ProcessEnv} [env] signs and notarises where it holds what that needs; see docs/release.md
 * @returns {import('electron-builder').Configuration}
 */
export function builderConfig(needs, env = process.env) {
  const { identity, updates, electronDist, electronVersion, output, papers } = needs
  return {
    appId: APP_ID,
    productName: 'Loa',
    copyright: 'The Loa authors, MIT licence',
    directories: { output, buildResources: 'packaging' },
    electronVersion,
    ...(electronDist === undefined ? {} : { electronDist }),
    electronLanguages: LANGUAGES,
    electronFuses: fusesForBuilder(electronVersion),
    // Everything is bundled: there is nothing native to build, and nothing of node_modules to ship.
    npmRebuild: false,
    asar: true,
    files: [
      'package.json',
      'out/{main,preload,renderer}/**/*',
      '!**/*.map',
      'resources/icon.png',
      'resources/tray/*.png',
      '!node_modules/**'
    ],
    extraMetadata: { loaBuild: { ...identity, updates } },
    extraResources: [{ from: papers, to: '.' }],
    // With a channel electron-builder also writes the feed (latest.yml) and says in the package what it is called.
    publish: updates === null ? null : { provider: 'generic', url: updates.feed },
    artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
    linux: {
      target: ['AppImage'],
      executableName: 'loa',
      category: 'Office',
      icon: 'packaging/icons',
      syncDesktopName: true
    },
    win: {
      target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
      icon: 'packaging/icons/loa.ico'
    },
    nsis: {
      oneClick: false,
      // The first page asks: for me, or for everybody on this computer.
      perMachine: false,
      selectPerMachineByDefault: false,
      allowElevation: true,
      allowToChangeInstallationDirectory: true,
      // Asked for by uninstall.nsh instead, with "no" as the answer of whoever does not read.
      deleteAppDataOnUninstall: false,
      include: 'packaging/windows/uninstall.nsh',
      license: 'LICENSE'
    },
    mac: {
      // Squirrel updates from the zip; people open the dmg.
      target: [
        { target: 'dmg', arch: 'universal' },
        { target: 'zip', arch: 'universal' }
      ],
      category: 'public.app-category.business',
      icon: 'packaging/icons/loa.icns',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: 'packaging/macos/entitlements.plist',
      entitlementsInherit: 'packaging/macos/entitlements.plist',
      notarize: canNotarise(env)
    },
    dmg: { sign: false }
  }
}

/**
 * True when one complete set of what Apple's notary asks for is there: an API key, or an Apple ID.
 * @param {NodeJS.ProcessEnv} env
 */
function canNotarise(env) {
  const sets = [
    ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
    ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID']
  ]
  return sets.some((names) => names.every((name) => Boolean(env[name])))
}
