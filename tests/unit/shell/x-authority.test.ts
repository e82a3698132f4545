import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { xCookie } from '../../../src/main/tray/x-authority'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loa-xauth-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const counted = (text: string): Buffer => {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(text.length)
  return Buffer.concat([length, Buffer.from(text, 'latin1')])
}
const entry = (address: string, display: string, data: string, name = 'MIT-MAGIC-COOKIE-1'): Buffer =>
  Buffer.concat([Buffer.from([1, 0]), ...[address, display, name, data].map(counted)])

function cookie(...entries: readonly Buffer[]) {
  const file = join(folder, 'authority')
  writeFileSync(file, Buffer.concat(entries))
  return xCookie('7', { XAUTHORITY: file }).then((found) => found?.data.toString('latin1'))
}

it("takes this computer's cookie for the display before any other", async () => {
  const ours = entry(hostname(), '7', 'ours')
  expect(await cookie(entry('elsewhere', '7', 'theirs'), entry(hostname(), '8', 'other'), ours)).toBe('ours')
  expect(await cookie(entry('elsewhere', '7', 'theirs'))).toBe('theirs')
  expect(await cookie(entry(hostname(), '7', 'x', 'XDM-AUTHORIZATION-1'))).toBeUndefined()
})

it('takes a file that is cut off, or none at all, for as far as it goes', async () => {
  const whole = entry(hostname(), '7', 'ours')
  expect(await cookie(entry('elsewhere', '7', 'theirs'), whole.subarray(0, 9))).toBe('theirs')
  expect(await xCookie('7', { XAUTHORITY: join(folder, 'nowhere') })).toBeNull()
})
