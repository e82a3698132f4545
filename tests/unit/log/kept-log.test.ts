import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { CHUNKS_AS_THEY_ARE, deflated, KeptLog, LINES_A_CHUNK } from '../../../src/engine/log/kept-log'
import type { LogLine } from '../../../src/shared/domain/log-line'
import { logLine } from '../../support/log/log-lines'

/** So many lines that the two oldest chunks are to be packed. */
const LINES = (CHUNKS_AS_THEY_ARE + 3) * LINES_A_CHUNK
const CHUNKS_TO_PACK = 2

/** Half a letter is kept as it is, too. */
const said = (seq: number): LogLine => logLine(seq, { text: `Đào 😀 \ud83d line ${seq}` })

function fill(kept: KeptLog): void {
  for (let seq = 1; seq <= LINES; seq += 1) kept.add(said(seq))
}

function textsOf(kept: KeptLog): string[] {
  const texts: string[] = []
  for (let seq = 0; seq < kept.lastSeq;) {
    const lines = kept.after(seq)
    expect(kept.textAfter(seq)).toBe(JSON.stringify(lines))
    texts.push(...lines.map(({ text }) => text))
    seq = lines.at(-1)?.seq ?? kept.lastSeq
  }
  return texts
}

const all = Array.from({ length: LINES }, (_, index) => said(index + 1).text)

describe('the kept log', () => {
  it('gives every line back to the letter, packed or not', async () => {
    let packed = 0
    const kept = new KeptLog((text, done) =>
      deflated(text, (bytes) => {
        done(bytes)
        packed += 1
      })
    )
    fill(kept)
    expect(textsOf(kept)).toEqual(all)
    await expect.poll(() => packed).toBe(CHUNKS_TO_PACK)
    expect(textsOf(kept)).toEqual(all)
  })

  it('forgets what was taken out of a line while that was being packed', () => {
    const packing: (() => void)[] = []
    const kept = new KeptLog((text, done) => {
      const bytes = deflateRawSync(Buffer.from(text, 'utf16le'))
      packing.push(() => done(bytes))
    })
    fill(kept)
    kept.rewrite(({ text }) => text.replaceAll('Đào', '(erased)'))
    for (let end = packing.shift(); end !== undefined; end = packing.shift()) end()
    expect(textsOf(kept)).toEqual(all.map((text) => text.replace('Đào', '(erased)')))
  })

  it('keeps what cannot be packed as it is, and packs it later', () => {
    const asked: string[] = []
    const kept = new KeptLog((text, done) => {
      asked.push(text)
      done(null)
    })
    fill(kept)
    expect(textsOf(kept)).toEqual(all)
    expect(asked.length).toBeGreaterThan(1)
    expect(new Set(asked).size).toBe(1)
  })
})
