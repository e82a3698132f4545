import { join } from 'node:path'
import { projectRoot } from '../set-up/project-paths.mjs'
import { ICON_SIZES } from './builder-config.mjs'

const SUMMARY = 'Sends scheduled campaigns on time, once, also while its window is closed'
const DESCRIPTION =
  'Loa sends scheduled campaigns: at the right minute, in the right time zone, every contact gets its WhatsApp ' +
  'message, its Telegram message and its AI call, while the window is closed and the app sits in the tray. ' +
  'Contacts and campaigns are in the home of whoever uses Loa, and stay when the package is removed.'

/** Largest size that icon themes have a folder for. */
const LARGEST_THEME_ICON = 512

/**
 * @typedef {object} PackageNeeds
 * @property {string} folder the app as `makeLinuxFolder` made it
 * @property {string} output
 */

/**
 * What both kinds of package say about Loa. No file types: Loa opens none.
 * @param {PackageNeeds} needs
 */
export function packageFacts({ folder, output }) {
  const themed = ICON_SIZES.filter((size) => size <= LARGEST_THEME_ICON).map((size) => `${size}x${size}`)
  const icons = join(projectRoot, 'packaging', 'icons')
  return {
    src: folder,
    dest: output,
    name: 'loa',
    bin: 'loa',
    productName: 'Loa',
    genericName: 'Campaign sender',
    description: SUMMARY,
    productDescription: DESCRIPTION,
    categories: ['Office'],
    mimeType: [],
    icon: {
      ...Object.fromEntries(themed.map((size) => [size, join(icons, `${size}.png`)])),
      scalable: join(projectRoot, 'resources', 'icon.svg')
    },
    desktopTemplate: join(projectRoot, 'packaging', 'linux', 'loa.desktop.ejs'),
    logger: () => undefined
  }
}
