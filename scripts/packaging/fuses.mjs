import fuses from '@electron/fuses'

/** One character a fuse stands in the executable: "1" and "0"; anything else means that it has no such fuse. */
const ON = '1'.charCodeAt(0)

/**
 * What the executable of a package refuses, for good. Cookie encryption stays off: Loa has no cookies, and it would
 * open the system's keychain at every start, which may be locked.
 * @type {Readonly<Record<string, boolean>>}
 */
const WANTED = Object.freeze({
  RunAsNode: false,
  EnableCookieEncryption: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  GrantFileProtocolExtraPrivileges: false
})

/** The fuses that not every Electron has: since which major version. @type {Readonly<Record<string, number>>} */
const SINCE = Object.freeze({ GrantFileProtocolExtraPrivileges: 29 })

/**
 * The same for electron-builder, which sets them before it signs.
 * @param {string} electronVersion
 */
export function fusesForBuilder(electronVersion) {
  const major = parseInt(electronVersion)
  return Object.fromEntries(
    Object.entries(WANTED)
      .filter(([name]) => major >= (SINCE[name] ?? 0))
      .map(([name, on]) => [name.charAt(0).toLowerCase() + name.slice(1), on])
  )
}

/**
 * The fuses of an executable that are not as they should be; empty when all is well.
 * @param {string} executable
 * @returns {Promise<string[]>}
 */
export async function wrongFuses(executable) {
  const wire = /** @type {Record<string, unknown>} */ (await fuses.getCurrentFuseWire(executable))
  return Object.entries(WANTED)
    .filter(([name, on]) => {
      const state = wire[fuses.FuseV1Options[/** @type {keyof typeof fuses.FuseV1Options} */ (name)]]
      return state !== undefined && (state === ON) !== on
    })
    .map(([name]) => name)
}
