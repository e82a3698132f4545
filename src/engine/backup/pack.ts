import { createHash } from 'node:crypto'
import { type FileHandle, open, writeFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import {
  BACKUP_SCHEMA_VERSION,
  ABOUT_NAME,
  type BackupAbout,
  type BackupManifest,
  MANIFEST_NAME
} from './backup-format'
import { pipelineTo } from './pipeline-to'
import { END_OF_TAR, paddingAfter, tarHeader } from './tar-header'

const BYTES_A_PIECE = 64 * 1024
const NEWLINE = 0x0a

/** A file to pack: a ledger is taken up to the end of its last whole line, because it may be growing. */
export interface PackedFile {
  readonly name: string
  readonly path: string
  readonly isLedger: boolean
}

export interface PackOrder {
  readonly files: readonly PackedFile[]
  readonly appVersion: string
  readonly nowMs: number
  readonly signal: AbortSignal
  /** A file is in. */
  readonly onFile: (done: number) => void
}

/**
 * Writes the files as tar, packed with gzip, piece by piece: the packing is done off the main thread, and nothing is ever
 * held as a whole. A JSON file is what it was when it was opened, because it is only ever replaced; a ledger only grows.
 * Rejects when the disk refuses or the signal ends it.
 */
export async function pack(target: FileHandle, order: PackOrder): Promise<BackupManifest> {
  const made: { manifest: BackupManifest | null } = { manifest: null }
  const source = Readable.from(
    tarOf(order, (manifest) => (made.manifest = manifest)),
    { objectMode: false }
  )
  await pipelineTo(
    async (packed) => {
      // `writeFile` goes on until all of a piece is written; a disk that fills up takes a part and calls that a success.
      for await (const piece of packed) await writeFile(target, piece)
    },
    (sink) => pipeline(source, createGzip(), sink, { signal: order.signal })
  )
  if (made.manifest === null) throw new Error('The backup has no end')
  return made.manifest
}

async function* tarOf(
  { files, appVersion, nowMs, onFile }: PackOrder,
  onManifest: (manifest: BackupManifest) => void
): AsyncGenerator<Buffer> {
  const about: BackupAbout = {
    format: 'loa-backup',
    schema_version: BACKUP_SCHEMA_VERSION,
    app_version: appVersion,
    made_at: new Date(nowMs).toISOString()
  }
  const entries: BackupManifest['entries'] = []
  yield* whole(ABOUT_NAME, about, nowMs)
  for (const [index, file] of files.entries()) {
    const opened = await openToRead(file.path)
    if (opened !== null) {
      try {
        const size = file.isLedger ? await wholeLines(opened) : (await opened.stat()).size
        const hash = createHash('sha256')
        yield tarHeader({ name: file.name, size }, nowMs)
        for await (const piece of bytesOf(opened, size)) {
          hash.update(piece)
          yield piece
        }
        yield Buffer.alloc(paddingAfter(size))
        entries.push({ name: file.name, size, sha256: hash.digest('hex') })
      } finally {
        await opened.close()
      }
    }
    onFile(index + 1)
  }
  const manifest: BackupManifest = {
    ...about,
    counts: {
      files: entries.length,
      ledgers: entries.filter(({ name }) => name.startsWith('runs/')).length,
      bytes: entries.reduce((sum, { size }) => sum + size, 0)
    },
    entries
  }
  yield* whole(MANIFEST_NAME, manifest, nowMs)
  yield END_OF_TAR
  onManifest(manifest)
}

function* whole(name: string, content: object, nowMs: number): Generator<Buffer> {
  const bytes = Buffer.from(JSON.stringify(content, null, 2))
  yield tarHeader({ name, size: bytes.length }, nowMs)
  yield bytes
  yield Buffer.alloc(paddingAfter(bytes.length))
}

/** Null when there is no such file: it was never written, or is gone since the list was made. */
async function openToRead(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function* bytesOf(file: FileHandle, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < size;) {
    const { bytesRead, buffer } = await file.read({
      buffer: Buffer.alloc(Math.min(BYTES_A_PIECE, size - at)),
      position: at
    })
    // Shorter than a moment ago: what would follow is not what the header says.
    if (bytesRead === 0) throw new Error('The file was cut while it was being copied')
    yield buffer.subarray(0, bytesRead)
    at += bytesRead
  }
}

/** How long the part of a file is that ends with its last end of a line. */
async function wholeLines(file: FileHandle): Promise<number> {
  let end = (await file.stat()).size
  while (end > 0) {
    const from = Math.max(0, end - BYTES_A_PIECE)
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(end - from), position: from })
    const last = buffer.subarray(0, bytesRead).lastIndexOf(NEWLINE)
    if (last !== -1) return from + last + 1
    end = from
  }
  return 0
}
