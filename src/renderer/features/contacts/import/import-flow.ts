import { createStore, type StoreApi } from 'zustand'
import type { ImportOptions, ImportPurpose, ImportTarget } from '../../../../shared/domain/contact-import'
import { loa, pathOf } from '../../../api'
import { loadContacts } from '../../../stores/contacts-store'
import { undoLastImport } from '../undo-last-import'
import type { Checked, CheckStepState, FileProblem, ImportState, OpenImport } from './import-state'

/** What decides where one cell ends and the next begins; the columns may be other ones afterwards. */
const LAYOUT = ['encoding', 'delimiter', 'has_header'] as const satisfies readonly (keyof ImportOptions)[]

/** What changes nothing about how the rows look. */
const UNSEEN: readonly string[] = ['known', 'reason'] satisfies readonly (keyof ImportOptions)[]

const atFile = (problem: FileProblem | null = null): ImportState => ({ step: 'file', opening: null, problem })

/**
 * The steps of one import, from a file to what has become of it. Whatever the operator does next overtakes what is still
 * being answered: an answer to an older question is dropped.
 */
export class ImportFlow {
  readonly state: StoreApi<ImportState> = createStore(() => atFile())
  readonly #purpose: ImportPurpose | null
  #asked = 0

  /** @param purpose what the file is for; null: whatever it turns out to be */
  constructor(purpose: ImportPurpose | null) {
    this.#purpose = purpose
  }

  /** Opens the file that was chosen or dropped. */
  readonly open = async (files: readonly File[]): Promise<void> => {
    const [file] = files
    if (file === undefined) return
    if (files.length > 1) return this.#set(atFile('several'))
    const path = pathOf(file)
    if (path === '') return this.#set(atFile('nameless'))
    const ask = ++this.#asked
    this.#set({ step: 'file', opening: file.name, problem: null })
    const opened = await loa.openImport(path, this.#purpose)
    if (ask !== this.#asked) return
    if (!opened.ok) return this.#set(atFile(opened.error))
    const open: OpenImport = { preview: opened.value, options: opened.value.options, decided: [] }
    if (open.options.purpose === 'campaigns') return this.#check(open)
    this.#set({ step: 'columns', ...open, isReading: false, problem: null })
  }

  /** Says what a column becomes. */
  readonly mapColumn = (name: string, target: ImportTarget): Promise<void> => {
    const { state } = this
    const now = state.getState()
    if (now.step !== 'columns') return Promise.resolve()
    const columns = now.options.columns.map((column) => (column.name === name ? { name, target } : column))
    const decided = [...new Set([...now.decided, name])]
    return this.#read({ ...now, decided, options: { ...now.options, columns } })
  }

  /** Changes how the file is read, and shows the rows as they then are. */
  readonly change = async (part: Partial<ImportOptions>): Promise<void> => {
    const now = this.state.getState()
    if (now.step === 'check') {
      return this.#check({ ...now, options: { ...now.options, ...part } }, { checked: now.checked })
    }
    if (now.step !== 'columns') return
    const changed = { ...now, options: { ...now.options, ...part } }
    if (Object.keys(part).every((key) => UNSEEN.includes(key))) return this.#set(changed)
    if (!LAYOUT.some((key) => key in part)) return this.#read(changed)
    const columns = changed.options.columns.filter(({ name }) => now.decided.includes(name))
    await this.#read({ ...changed, options: { ...changed.options, columns } })
  }

  /** Reads the whole file and shows what would become of it. */
  readonly check = async (): Promise<void> => {
    const now = this.state.getState()
    if (now.step === 'columns') await this.#check(now)
  }

  /** One step back; a check that is under way ends. */
  readonly back = async (): Promise<void> => {
    const now = this.state.getState()
    if (now.step === 'columns') return this.restart()
    if (now.step !== 'check' || now.isImporting) return
    if (now.isChecking) void loa.cancelImport()
    if (now.options.purpose === 'campaigns') return this.restart()
    await this.#read(now)
  }

  /** Puts into the list what was checked. */
  readonly commit = async (): Promise<void> => {
    const now = this.state.getState()
    if (now.step !== 'check' || now.checked === null || now.isChecking || now.isImporting) return
    this.#set({ ...now, isImporting: true, problem: null })
    const done = await loa.commitImport()
    if (done.ok) {
      this.#set({ step: 'done', fileName: now.preview.file_name, done: done.value, isUndone: false })
      await loadContacts()
    } else if (done.error.code === 'list_changed') {
      await this.#check(now, { checked: now.checked, listChanged: true })
    } else {
      this.#set({ ...now, isImporting: false, problem: done.error })
    }
  }

  /** Takes back what was just imported, once the operator has confirmed it. */
  readonly undo = async (): Promise<void> => {
    const now = this.state.getState()
    if (now.step !== 'done' || now.done.purpose !== 'contacts') return
    if (await undoLastImport(now.done)) this.#set({ ...now, isUndone: true })
  }

  /** Lets go of the file, so that another one can be chosen. */
  readonly restart = (): void => {
    this.close()
    this.#set(atFile())
  }

  /** Lets go of the file; nothing that is still being answered shows any more. */
  readonly close = (): void => {
    this.#asked += 1
    void loa.closeImport()
  }

  #set(state: ImportState): void {
    this.state.setState(state, true)
  }

  /** Shows the columns, at once with the rows as they were, then with the rows as they now are. */
  async #read({ preview, options, decided }: OpenImport): Promise<void> {
    const ask = ++this.#asked
    this.#set({ step: 'columns', preview, options, decided, isReading: true, problem: null })
    const read = await loa.previewImport(options)
    const now = this.state.getState()
    if (ask !== this.#asked || now.step !== 'columns') return
    if (!read.ok) return this.#set({ ...now, isReading: false, problem: read.error })
    const { columns } = read.value.options
    this.#set({ ...now, preview: read.value, options: { ...now.options, columns }, isReading: false })
  }

  async #check(
    { preview, options, decided }: OpenImport,
    { checked = null, listChanged = false }: Partial<Pick<CheckStepState, 'checked' | 'listChanged'>> = {}
  ): Promise<void> {
    const ask = ++this.#asked
    const start: CheckStepState = {
      ...{ step: 'check', preview, options, decided, checked, listChanged, progress: null, problem: null },
      isChecking: true,
      isImporting: false
    }
    this.#set(start)
    const stop = loa.onImportProgress((progress) => {
      if (ask === this.#asked) this.#set({ ...start, progress })
    })
    const found = await (options.purpose === 'campaigns' ? checkCampaigns(options) : checkPeople(options))
    stop()
    if (ask !== this.#asked) return
    this.#set(
      found.ok
        ? { ...start, isChecking: false, checked: found.value }
        : { ...start, isChecking: false, checked: null, problem: found.error }
    )
  }
}

const checkPeople = async (options: ImportOptions) => {
  const found = await loa.checkImport(options)
  return found.ok
    ? { ok: true as const, value: { of: 'people', check: found.value } satisfies Checked }
    : found
}

const checkCampaigns = async (options: ImportOptions) => {
  const found = await loa.checkCampaignImport(options)
  return found.ok
    ? { ok: true as const, value: { of: 'campaigns', check: found.value } satisfies Checked }
    : found
}
