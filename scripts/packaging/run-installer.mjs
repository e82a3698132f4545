/**
 * @typedef {object} Installer what both kinds of installer are
 * @property {() => Promise<unknown>} generateDefaults
 * @property {() => unknown} generateOptions
 * @property {() => Promise<unknown>} createStagingDir
 * @property {() => Promise<unknown>} createContents
 * @property {() => Promise<unknown>} createPackage
 * @property {() => Promise<unknown>} movePackage
 * @property {{ packagePaths: string[] }} options
 */

/**
 * Takes an installer through its steps.
 * @param {Installer} installer
 * @returns {Promise<string>} the package's file
 */
export async function runInstaller(installer) {
  await installer.generateDefaults()
  installer.generateOptions()
  await installer.createStagingDir()
  await installer.createContents()
  await installer.createPackage()
  await installer.movePackage()
  const [file] = installer.options.packagePaths
  if (file === undefined) throw new Error('The installer made no package')
  return file
}
