import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { END_OF_TAR, paddingAfter, tarHeader } from '../../../src/engine/backup/tar-header'

/** An entry of a tar file that somebody made by hand. */
export interface CraftedEntry {
  readonly name: string
  readonly content: Buffer | string
  /** The kind of entry, as tar numbers them: `2` is a link. */
  readonly kind?: string
}

const KIND_AT = 156
const CHECKSUM_AT = 148

/** A header of any kind whose sum is right. */
function headerOf({ name, kind = '0' }: CraftedEntry, size: number): Buffer {
  const header = tarHeader({ name, size }, 0)
  header.write(kind, KIND_AT, 'latin1')
  header.fill(0x20, CHECKSUM_AT, CHECKSUM_AT + 8)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, CHECKSUM_AT, 'latin1')
  return header
}

/** A packed tar file with these entries and no others, whatever they are called. */
export function craftedTar(entries: readonly CraftedEntry[]): Buffer {
  const parts = entries.flatMap((entry) => {
    const content = Buffer.from(entry.content)
    return [headerOf(entry, content.length), content, Buffer.alloc(paddingAfter(content.length))]
  })
  return gzipSync(Buffer.concat([...parts, END_OF_TAR]))
}

/** What a backup says about itself first. */
export const aboutOf = (schemaVersion = 1) => ({
  format: 'loa-backup',
  schema_version: schemaVersion,
  app_version: '9.9.9',
  made_at: '2026-03-10T06:00:00.000Z'
})

/** A backup whose manifest agrees with its entries: right in every way but what the entries are. */
export function craftedBackup(entries: readonly CraftedEntry[], schemaVersion = 1): Buffer {
  const about = aboutOf(schemaVersion)
  const manifest = {
    ...about,
    counts: { files: entries.length, ledgers: 0, bytes: 0 },
    entries: entries.map(({ name, content }) => ({
      name,
      size: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex')
    }))
  }
  return craftedTar([
    { name: 'about.json', content: JSON.stringify(about) },
    ...entries,
    { name: 'manifest.json', content: JSON.stringify(manifest) }
  ])
}
