import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { AppError } from '../../shared/app-error'
import { fail, ok, type Result } from '../../shared/result'
import {
  ABOUT_NAME,
  aboutSchema,
  BACKUP_SCHEMA_VERSION,
  type BackupManifest,
  isEntryName,
  MANIFEST_NAME,
  manifestSchema
} from './backup-format'
import { pipelineTo } from './pipeline-to'
import { BLOCK_BYTES, paddingAfter, readTarHeader, type TarEntry } from './tar-header'

/** gzip packs ledgers ten to thirty times; what grows further was made to fill a disk. */
const MOST_GROWTH = 300
const GROWTH_FOR_FREE_BYTES = 64 * 1024 * 1024
/** `about.json` and the manifest are read as a whole; a hundred thousand ledgers are some 20 MB of it. */
const LONGEST_TEXT_BYTES = 200 * 1024 * 1024

type Refusal = 'not_a_backup' | 'backup_cut_off' | 'backup_damaged' | 'backup_newer'

/** Why a file cannot be put back; never leaves this module. */
class Refused extends Error {
  constructor(readonly code: Refusal) {
    super(code)
  }
}

/**
 * Unpacks a backup into an empty folder and checks every byte of it: names, sizes and hashes as the manifest says, nothing
 * more and nothing less. Only names of the list are ever written. What is left after a failure counts as nothing.
 */
export async function unpack(
  path: string,
  folder: string,
  signal: AbortSignal,
  onShare: (share: number) => void
): Promise<Result<BackupManifest>> {
  let reader: BackupReader | null = null
  try {
    const { size: packedBytes } = await stat(path)
    if (packedBytes === 0) throw new Refused('not_a_backup')
    const taker = (reader = new BackupReader(folder, packedBytes))
    let read = 0
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, pass) {
        read += chunk.length
        onShare(read / packedBytes)
        pass(null, chunk)
      }
    })
    await pipelineTo(
      async (unpacked) => {
        for await (const piece of unpacked) await taker.take(piece)
      },
      (sink) => pipeline(createReadStream(path), counted, createGunzip(), sink, { signal })
    )
    return ok(taker.end())
  } catch (error) {
    await reader?.abandon()
    return fail(signal.aborted ? { code: 'cancelled' } : refusalOf(error))
  }
}

function refusalOf(error: unknown): AppError {
  if (error instanceof Refused) return { code: error.code }
  const { code = '', message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return { code: 'file_missing' }
  if (code === 'EISDIR') return { code: 'file_is_folder' }
  if (code === 'EACCES' || code === 'EPERM') return { code: 'file_unreadable', params: { detail: code } }
  if (message === 'incorrect header check') return { code: 'not_a_backup' }
  if (message === 'unexpected end of file') return { code: 'backup_cut_off' }
  if (code.startsWith('Z_')) return { code: 'backup_damaged' }
  return { code: 'storage_failed', params: { file: 'restore', detail: code === '' ? message : code } }
}

interface OpenEntry extends TarEntry {
  readonly hash: ReturnType<typeof createHash>
  readonly write: (piece: Buffer) => Promise<void>
  readonly close: () => Promise<void>
  left: number
}

/** Takes the unpacked bytes as they come. */
class BackupReader {
  readonly #folder: string
  readonly #mostBytes: number
  #bytes = 0
  #rest = Buffer.alloc(0)
  #padding = 0
  #entry: OpenEntry | null = null
  #isAtEnd = false
  readonly #found = new Map<string, { readonly size: number; readonly sha256: string }>()
  readonly #texts = new Map<string, Buffer[]>()

  constructor(folder: string, packedBytes: number) {
    this.#folder = folder
    this.#mostBytes = GROWTH_FOR_FREE_BYTES + MOST_GROWTH * packedBytes
  }

  async take(piece: Buffer): Promise<void> {
    this.#bytes += piece.length
    if (this.#bytes > this.#mostBytes) throw new Refused('backup_damaged')
    let bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece])
    while (!this.#isAtEnd) {
      const used = await this.#step(bytes)
      if (used === 0) break
      bytes = bytes.subarray(used)
    }
    this.#rest = this.#isAtEnd ? Buffer.alloc(0) : Buffer.from(bytes)
  }

  /** Everything was there, as the manifest says. */
  end(): BackupManifest {
    if (this.#texts.size === 0) throw new Refused('not_a_backup')
    const manifest = this.#manifest()
    if (this.#entry !== null || manifest === null) throw new Refused('backup_cut_off')
    const { entries } = manifest
    const isWhole =
      entries.length === this.#found.size &&
      entries.every(({ name, size, sha256 }) => {
        const found = this.#found.get(name)
        return found?.size === size && found.sha256 === sha256
      })
    if (!isWhole) throw new Refused('backup_damaged')
    return manifest
  }

  /** Closes what is open after a failure. */
  async abandon(): Promise<void> {
    await this.#entry?.close().catch(() => undefined)
    this.#entry = null
  }

  /** Uses up some of the bytes and says how many; 0 means that there are too few to go on. */
  async #step(bytes: Buffer): Promise<number> {
    if (this.#entry !== null) return this.#content(this.#entry, bytes)
    if (this.#padding > 0) {
      const used = Math.min(this.#padding, bytes.length)
      this.#padding -= used
      return used
    }
    if (bytes.length < BLOCK_BYTES) return 0
    await this.#begin(readTarHeader(bytes.subarray(0, BLOCK_BYTES)))
    return BLOCK_BYTES
  }

  async #begin(header: ReturnType<typeof readTarHeader>): Promise<void> {
    if (header === 'end') {
      this.#isAtEnd = true
      return
    }
    const isFirst = this.#texts.size === 0
    if (header === null || (isFirst && header.name !== ABOUT_NAME)) {
      throw new Refused(isFirst ? 'not_a_backup' : 'backup_damaged')
    }
    const { name } = header
    const isText = name === ABOUT_NAME || name === MANIFEST_NAME
    const isTwice = this.#found.has(name) || this.#texts.has(name)
    if (!isEntryName(name) || isTwice || (isText && header.size > LONGEST_TEXT_BYTES))
      throw new Refused('backup_damaged')
    this.#entry = {
      ...header,
      left: header.size,
      hash: createHash('sha256'),
      ...(await this.#target(name, isText))
    }
    if (header.size === 0) await this.#finish(this.#entry)
  }

  async #target(name: string, isText: boolean): Promise<Pick<OpenEntry, 'write' | 'close'>> {
    if (isText) {
      const parts: Buffer[] = []
      this.#texts.set(name, parts)
      return {
        write: (piece) => Promise.resolve(void parts.push(Buffer.from(piece))),
        close: () => Promise.resolve()
      }
    }
    const path = join(this.#folder, name)
    await mkdir(dirname(path), { recursive: true })
    const handle = await open(path, 'wx')
    return {
      write: (piece) => handle.appendFile(piece),
      close: async () => {
        try {
          await handle.sync()
        } finally {
          await handle.close()
        }
      }
    }
  }

  async #content(entry: OpenEntry, bytes: Buffer): Promise<number> {
    const piece = bytes.subarray(0, entry.left)
    if (piece.length === 0) return 0
    entry.hash.update(piece)
    await entry.write(piece)
    entry.left -= piece.length
    if (entry.left === 0) await this.#finish(entry)
    return piece.length
  }

  async #finish(entry: OpenEntry): Promise<void> {
    await entry.close()
    const { name, size } = entry
    this.#entry = null
    this.#padding = paddingAfter(size)
    if (name === ABOUT_NAME) this.#checkAbout()
    else if (name !== MANIFEST_NAME) this.#found.set(name, { size, sha256: entry.hash.digest('hex') })
  }

  #checkAbout(): void {
    const about = aboutSchema.safeParse(this.#json(ABOUT_NAME))
    if (!about.success) throw new Refused('not_a_backup')
    if (about.data.schema_version > BACKUP_SCHEMA_VERSION) throw new Refused('backup_newer')
  }

  #manifest(): BackupManifest | null {
    if (!this.#texts.has(MANIFEST_NAME)) return null
    const manifest = manifestSchema.safeParse(this.#json(MANIFEST_NAME))
    if (!manifest.success) throw new Refused('backup_damaged')
    return manifest.data
  }

  #json(name: string): unknown {
    try {
      return JSON.parse(Buffer.concat(this.#texts.get(name) ?? []).toString('utf8'))
    } catch {
      return null
    }
  }
}
