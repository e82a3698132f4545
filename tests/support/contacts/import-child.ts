import { createEngine } from '../../../src/engine/engine'

// Imports a file into a data folder, in a process that a test kills. Says "checked" before it commits.

const [folder = '', file = ''] = process.argv.slice(2)

async function run(): Promise<void> {
  const engine = await createEngine({ folder })
  const preview = await engine.importing.open(file)
  if (!preview.ok) throw new Error(preview.error.code)
  const check = await engine.importing.check(preview.value.options)
  if (!check.ok) throw new Error(check.error.code)
  process.stdout.write('checked\n')
  const done = await engine.importing.commit()
  if (!done.ok) throw new Error(done.error.code)
  process.stdout.write('committed\n')
  await engine.stop()
}

void run()
