import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ICON_SIZES } from '../../../scripts/packaging/builder-config.mjs'

const PNG = '89504e470d0a1a0a'
const file = (name: string) => readFileSync(`packaging/icons/${name}`)
/** The width in a PNG's head. */
const widthOf = (png: Buffer) => png.readUInt32BE(16)

test('each picture has the size of its name', () => {
  for (const size of ICON_SIZES) expect(widthOf(file(`${size}x${size}.png`))).toBe(size)
})

test('the icon for Windows holds the pictures up to 256 pixels, each where its entry says', () => {
  const ico = file('loa.ico')
  expect(ico.readUInt16LE(2)).toBe(1)
  const widths = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index
    const start = ico.readUInt32LE(entry + 12)
    const picture = ico.subarray(start, start + ico.readUInt32LE(entry + 8))
    expect(picture.subarray(0, 8).toString('hex')).toBe(PNG)
    expect(widthOf(picture) % 256).toBe(ico.readUInt8(entry))
    return widthOf(picture)
  })
  expect(widths).toEqual([16, 24, 32, 48, 64, 128, 256])
})

test('the icon for macOS holds whole pictures for usual and for sharp screens', () => {
  const icns = file('loa.icns')
  expect(icns.readUInt32BE(4)).toBe(icns.length)
  const found: Record<string, number> = {}
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const picture = icns.subarray(at + 8, at + icns.readUInt32BE(at + 4))
    expect(picture.subarray(0, 8).toString('hex')).toBe(PNG)
    found[icns.toString('latin1', at, at + 4)] = widthOf(picture)
  }
  expect(found).toMatchObject({ icp4: 16, ic11: 32, ic07: 128, ic13: 256, ic09: 512, ic10: 1024 })
})
