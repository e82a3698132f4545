import { mkdtempSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import type { LedgerRecord, ledgerRecordSchema } from '../../../src/engine/ledger/ledger-record'
import type { CampaignRecord, ContactRecord, SettingsRecord } from './records'

/** A ledger's line as it lies in the file; what the schema fills in may be left out. */
export type LedgerLine = z.input<typeof ledgerRecordSchema>

/** A data folder of the app, written and read as files, without the app. */
export class TestFolder {
  constructor(readonly path: string) {}

  file(name: string): string {
    return join(this.path, name)
  }

  text(name: string): Promise<string> {
    return readFile(this.file(name), 'utf8')
  }

  bytes(name: string): Promise<Buffer> {
    return readFile(this.file(name))
  }

  async json(name: string): Promise<unknown> {
    return JSON.parse(await this.text(name))
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    await mkdir(join(this.file(name), '..'), { recursive: true })
    await writeFile(this.file(name), content)
  }

  writeContacts(contacts: readonly ContactRecord[]): Promise<void> {
    return this.write('contacts.json', JSON.stringify({ schema_version: 1, contacts }))
  }

  writeCampaigns(campaigns: readonly CampaignRecord[]): Promise<void> {
    return this.write('campaigns.json', JSON.stringify({ schema_version: 1, campaigns }))
  }

  writeSettings(settings: SettingsRecord): Promise<void> {
    return this.write('settings.json', JSON.stringify({ schema_version: 1, settings }))
  }

  writeLedger(runId: string, records: readonly LedgerLine[]): Promise<void> {
    return this.write(`runs/${runId}.jsonl`, records.map((record) => JSON.stringify(record) + '\n').join(''))
  }

  /** The ids of the runs that have a ledger. */
  async ledgers(): Promise<string[]> {
    const names = await readdir(this.file('runs')).catch(() => [])
    return names.filter((name) => name.endsWith('.jsonl')).map((name) => name.slice(0, -'.jsonl'.length))
  }

  /** The whole lines of a ledger; a torn last one is left out. */
  async ledger(runId: string): Promise<LedgerRecord[]> {
    const lines = (await this.text(`runs/${runId}.jsonl`)).split('\n').slice(0, -1)
    return lines.map((line) => JSON.parse(line) as LedgerRecord)
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
}

export const makeTestFolder = (): TestFolder => new TestFolder(mkdtempSync(join(tmpdir(), 'loa-test-')))
