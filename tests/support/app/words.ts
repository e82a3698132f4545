import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { catalogue, Language, Namespace } from '../../../src/shared/i18n/catalogue'

type Words = (typeof catalogue)['en']

/** What the window says, read as files: Playwright's loader does not take JSON modules. */
export function wordsOf<Name extends Namespace>(language: Language, namespace: Name): Words[Name] {
  const file = join(process.cwd(), 'src', 'shared', 'i18n', language, `${namespace}.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as Words[Name]
}
