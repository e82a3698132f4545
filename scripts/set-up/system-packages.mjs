/**
 * What Electron and the tests need from a Linux system beyond its base, how to see that it is there, and the Debian
 * packages that bring it.
 *
 * @typedef {object} SystemPart
 * @property {'program' | 'library' | 'python' | 'font'} kind
 * @property {string} name a program in PATH, a library's soname, a Python module, a font's path
 * @property {string[]} packages the first one that the system's package lists know: Ubuntu 24.04 and Debian 13
 *   renamed some
 */

/** Always needed. Libraries that Electron is linked against are found by ldd; these it loads later, or not at all. */
export const DESKTOP_PARTS = /** @type {SystemPart[]} */ ([
  { kind: 'library', name: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { kind: 'library', name: 'libnss3.so', packages: ['libnss3'] },
  { kind: 'library', name: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { kind: 'library', name: 'libgbm.so.1', packages: ['libgbm1'] },
  { kind: 'library', name: 'libnotify.so.4', packages: ['libnotify4'] },
  { kind: 'library', name: 'libXss.so.1', packages: ['libxss1'] },
  { kind: 'library', name: 'libsecret-1.so.0', packages: ['libsecret-1-0'] },
  { kind: 'font', name: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', packages: ['fonts-dejavu-core'] },
  {
    kind: 'font',
    name: '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf',
    packages: ['fonts-noto-color-emoji']
  }
])

/** Where no session bus runs. */
export const BUS_PARTS = /** @type {SystemPart[]} */ ([
  { kind: 'program', name: 'dbus-run-session', packages: ['dbus'] },
  { kind: 'program', name: 'dbus-launch', packages: ['dbus-x11'] }
])

/** Where there is no display. */
export const HEADLESS_PARTS = /** @type {SystemPart[]} */ ([
  { kind: 'program', name: 'xvfb-run', packages: ['xvfb'] },
  { kind: 'program', name: 'Xvfb', packages: ['xvfb'] },
  { kind: 'program', name: 'xauth', packages: ['xauth'] }
])

/**
 * For `npm test` only: the tests watch the tray and notifications over D-Bus, show the app on a desktop with an XEmbed
 * tray, log in to one, move the app's clock and lock a keychain.
 */
export const TEST_PARTS = /** @type {SystemPart[]} */ ([
  { kind: 'program', name: 'Xvfb', packages: ['xvfb'] },
  { kind: 'program', name: 'dbus-run-session', packages: ['dbus'] },
  { kind: 'program', name: 'dbus-daemon', packages: ['dbus-daemon', 'dbus'] },
  { kind: 'python', name: 'dbus', packages: ['python3-dbus'] },
  { kind: 'python', name: 'gi', packages: ['python3-gi'] },
  { kind: 'program', name: 'faketime', packages: ['faketime'] },
  { kind: 'program', name: 'openbox', packages: ['openbox'] },
  { kind: 'program', name: 'trayer', packages: ['trayer'] },
  { kind: 'program', name: 'xdotool', packages: ['xdotool'] },
  { kind: 'program', name: 'desktop-file-validate', packages: ['desktop-file-utils'] },
  { kind: 'program', name: 'gnome-keyring-daemon', packages: ['gnome-keyring'] },
  { kind: 'program', name: 'dbus-send', packages: ['dbus-bin', 'dbus'] }
])

/** For packages of Loa, on systems with apt: `npm run dist`, and the tests that install what it makes. */
export const PACKAGE_PARTS = /** @type {SystemPart[]} */ ([
  { kind: 'program', name: 'fakeroot', packages: ['fakeroot'] },
  { kind: 'program', name: 'rpmbuild', packages: ['rpm'] },
  { kind: 'program', name: 'xdg-open', packages: ['xdg-utils'] }
])
