// Both are lists of pictures in one file. PNG inside of them is read by Windows since Vista and by macOS since 10.7.

const ICO_HEADER_BYTES = 6
const ICO_ENTRY_BYTES = 16
/** The largest side that fits the format's one byte, where 0 says 256. */
const ICO_LARGEST = 256
const BITS_A_PIXEL = 32

/** Type of an entry -> its side in pixels; a type with "@2x" in Apple's list is for sharp screens. */
const ICNS_TYPES = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024]
])

/**
 * An icon for Windows (.ico) of all pictures up to 256 pixels.
 * @param {Map<number, Buffer>} pictures PNG files by their side in pixels
 */
export function icoOf(pictures) {
  const fitting = [...pictures].filter(([size]) => size <= ICO_LARGEST)
  const header = Buffer.alloc(ICO_HEADER_BYTES)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(fitting.length, 4)
  let offset = ICO_HEADER_BYTES + ICO_ENTRY_BYTES * fitting.length
  const entries = fitting.map(([size, picture]) => {
    const entry = Buffer.alloc(ICO_ENTRY_BYTES)
    entry.writeUInt8(size % ICO_LARGEST, 0)
    entry.writeUInt8(size % ICO_LARGEST, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(BITS_A_PIXEL, 6)
    entry.writeUInt32LE(picture.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += picture.length
    return entry
  })
  return Buffer.concat([header, ...entries, ...fitting.map(([, picture]) => picture)])
}

/**
 * An icon for macOS (.icns).
 * @param {Map<number, Buffer>} pictures PNG files by their side in pixels
 */
export function icnsOf(pictures) {
  const blocks = ICNS_TYPES.map(([type, size]) => icnsBlock(type, pictures.get(size) ?? Buffer.alloc(0)))
  return icnsBlock('icns', Buffer.concat(blocks))
}

/** Four letters, the length of it all, the content. @param {string} type @param {Buffer} content */
function icnsBlock(type, content) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + head.length, 4)
  return Buffer.concat([head, content])
}
