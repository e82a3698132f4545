import { fileURLToPath } from 'node:url'
import type { Engine } from '../../../src/engine/engine'
import { type Contact, contactSchema } from '../../../src/shared/domain/contact'
import type {
  ImportCheck,
  ImportDone,
  ImportOptions,
  ImportPreview
} from '../../../src/shared/domain/contact-import'
import { objectIdSchema } from '../../../src/shared/domain/primitives'
import type { Result } from '../../../src/shared/result'
import type { TestFolder } from '../engine/data-folder'
import { openEngine, testFolder } from '../engine/test-engine'

/** An invented number of each kind of spelling is enough: all of them are this one. */
export const NUMBER = '+84 33 917 0155'
export const NUMBER_E164 = '+84339170155'

export const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/contacts/${name}`, import.meta.url))

/** The value of a result that has to be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Failed: ${JSON.stringify(result.error)}`)
  return result.value
}

/** The code of an error, and the row that it names. */
export function failureIn(result: Result<unknown>): { readonly code: string; readonly row?: unknown } {
  if (result.ok) throw new Error(`No failure: ${JSON.stringify(result.value)}`)
  const { code, params } = result.error
  const row = params?.['row'] ?? 0
  return row === 0 ? { code } : { code, row }
}

/** What an operator says differently from what was guessed. */
export type Said = Partial<ImportOptions>

export interface Imported {
  readonly preview: ImportPreview
  readonly check: ImportCheck
  readonly done: ImportDone
}

/** An engine on an empty data folder, with the steps of an import as an operator takes them. */
export class Importing {
  #files = 0

  constructor(
    readonly folder: TestFolder,
    readonly engine: Engine
  ) {}

  /** Writes a file to import. */
  async file(content: string | Uint8Array, name = `people-${++this.#files}`): Promise<string> {
    await this.folder.write(`import/${name}`, content)
    return this.folder.file(`import/${name}`)
  }

  /** Opens a file; what the operator says about how it is read makes it read again. */
  async open(path: string, said: Said = {}): Promise<Result<ImportPreview>> {
    const opened = await this.engine.importing.open(path, said.purpose)
    if (!opened.ok || Object.keys(said).length === 0) return opened
    return this.engine.importing.preview({ ...opened.value.options, columns: [], ...said })
  }

  async check(path: string, said: Said = {}): Promise<Result<ImportCheck>> {
    const preview = await this.open(path, said)
    return preview.ok ? this.engine.importing.check(preview.value.options) : preview
  }

  /** Opens, checks and commits a file; fails when one of these does. */
  async take(path: string, said: Said = {}): Promise<Imported> {
    const preview = valueOf(await this.open(path, said))
    const check = valueOf(await this.engine.importing.check(preview.options))
    return { preview, check, done: valueOf(await this.engine.importing.commit()) }
  }

  async takeText(content: string | Uint8Array, said: Said = {}): Promise<Imported> {
    return this.take(await this.file(content), said)
  }

  get list(): readonly Contact[] {
    return this.engine.contacts.list()
  }

  /** Everybody in the list as `plain` shows them. */
  get people(): readonly Partial<Contact>[] {
    return this.list.map(plain)
  }

  /** The list as it lies on the disk. */
  async stored(): Promise<readonly Contact[]> {
    const file = (await this.folder.json('contacts.json')) as { contacts: unknown[] }
    return file.contacts.map((contact) => contactSchema.parse(contact))
  }

  /** Stops the engine and opens another one on the same folder, as a start of the app does. */
  async reopened(): Promise<Importing> {
    await this.engine.stop()
    const { engine } = await openEngine(this.folder)
    await engine.start()
    return new Importing(this.folder, engine)
  }
}

export async function importing(folder: TestFolder = testFolder()): Promise<Importing> {
  const { engine } = await openEngine(folder)
  return new Importing(folder, engine)
}

const isEmpty = (value: unknown): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

/** Somebody without ids, times, and everything that is empty. */
export function plain({ _id, created_at: _c, updated_at: _u, ...fields }: Contact): Partial<Contact> {
  objectIdSchema.parse(_id)
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)))
}

/** The problems of a check, one line each: `3 rejected: nothing_in_it`, `2 added: number_zero SĐT`. */
export const problemLines = (check: Pick<ImportCheck, 'problems'>): readonly string[] =>
  check.problems.flatMap(({ row, outcome, problems }) =>
    problems.map(({ code, field }) =>
      [`${row} ${outcome}: ${code}`, ...(field === undefined ? [] : [field])].join(' ')
    )
  )

/** Counts that are not zero. */
export const countsOf = ({ counts }: Pick<ImportCheck, 'counts'>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

/** What the columns became, by their composed names, without those that are kept under their own or left out. */
export const targetsOf = ({ columns }: Pick<ImportPreview, 'columns'>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    columns.flatMap(({ name, target }) =>
      target === 'custom' || target === 'ignore' ? [] : [[name.normalize('NFC'), target]]
    )
  )

export const ignoredIn = ({ columns }: Pick<ImportPreview, 'columns'>): readonly string[] =>
  columns.flatMap(({ name, target }) => (target === 'ignore' ? [name] : []))

/** Rows of a sheet with commas; every cell in quotes. */
export const sheet = (...rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',') + '\n').join('')
