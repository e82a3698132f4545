import { npmCommand } from '../set-up/npm-command.mjs'
import { projectRoot } from '../set-up/project-paths.mjs'
import { runCaptured } from '../set-up/run-captured.mjs'
import { SetupError } from '../set-up/setup-error.mjs'

/**
 * What is inside, for programs: a CycloneDX document of the shipped npm packages and of Electron, which npm takes for a
 * development tool.
 * @param {string} electronVersion
 * @returns {Promise<string>} JSON
 * @throws {SetupError}
 */
export async function makeSbom(electronVersion) {
  const npm = npmCommand(['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--omit=dev'])
  const { status, output } = await runCaptured(npm.command, npm.args, { cwd: projectRoot })
  if (status !== 0)
    throw new SetupError('npm could not list what is inside.', 'What it said is above.', output)
  // Warnings may stand before or behind the document.
  const document = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1))
  document.components.push({
    'bom-ref': `electron@${electronVersion}`,
    type: 'framework',
    name: 'electron',
    version: electronVersion,
    purl: `pkg:npm/electron@${electronVersion}`,
    licenses: [{ license: { id: 'MIT' } }]
  })
  return `${JSON.stringify(document, null, 2)}\n`
}
