import iconv from 'iconv-lite'
import { guessEncoding } from './text-encoding'
import type { VcardLine } from './vcard-lines'
import { escapeText, splitComponents, unescapeText } from './vcard-text'

/** Properties whose values are parts between semicolons. */
const STRUCTURED = new Set(['N', 'ORG'])

/** Properties whose values are lists between commas, in every version. */
const LISTS = new Set(['CATEGORIES'])

type Transfer = 'quoted-printable' | 'base64'

/**
 * A line in the form of vCard 3.0: a bare parameter is a type, the value is plain text with 3.0's escapes. Lines of 3.0
 * and 4.0 keep their values, unless they have an encoding of 2.1. `VALUE` goes: what a value is, its property says.
 */
export function modernLine(line: VcardLine, isOldVersion: boolean): VcardLine {
  const named = line.params.map((param) => (param.includes('=') ? param : nameBare(param)))
  const params = named.filter((param) => !/^(?:VALUE|ENCODING|CHARSET)=/i.test(param))
  const transfer = transferOf(paramValue(named, 'ENCODING'))
  const isStructured = STRUCTURED.has(line.name)
  if (transfer === null && !isOldVersion)
    return { ...line, params, value: isStructured ? line.value : bareSemicolons(line.value) }
  const charset = paramValue(named, 'CHARSET')
  const plain = (text: string): string => {
    const decoded = transfer === null ? text : decodeTransfer(text, transfer, charset)
    const unescaped = unescapeText(decoded)
    return LISTS.has(line.name) ? unescaped.replace(/[\\;\n]/g, ' ') : escapeText(unescaped)
  }
  if (isStructured) return { ...line, params, value: splitComponents(line.value).map(plain).join(';') }
  return { ...line, params, value: bareSemicolons(plain(line.value)) }
}

/** Outside of structured values ical.js leaves the escapes of semicolons and colons where they are. */
const bareSemicolons = (value: string): string =>
  value.replace(/\\(.)/gs, (pair, sign: string) => (sign === ';' || sign === ':' ? sign : pair))

function nameBare(param: string): string {
  const isEncoding = /^(?:QUOTED-PRINTABLE|BASE64|B|8BIT|7BIT)$/i.test(param)
  return `${isEncoding ? 'ENCODING' : 'TYPE'}=${param}`
}

function paramValue(params: readonly string[], name: string): string {
  const found = params.find((param) => param.toUpperCase().startsWith(`${name}=`))
  return (
    found
      ?.slice(name.length + 1)
      .replaceAll('"', '')
      .trim() ?? ''
  )
}

function transferOf(encoding: string): Transfer | null {
  if (/^quoted-printable$/i.test(encoding)) return 'quoted-printable'
  return /^(?:b|base64)$/i.test(encoding) ? 'base64' : null
}

function decodeTransfer(text: string, transfer: Transfer, charset: string): string {
  const bytes = transfer === 'base64' ? Buffer.from(text, 'base64') : quotedPrintableBytes(text)
  return iconv.decode(bytes, iconv.encodingExists(charset) ? charset : guessEncoding(bytes, true))
}

/** Characters that should have been encoded and were not are taken as UTF-8. */
function quotedPrintableBytes(text: string): Buffer {
  const parts = text.split(/((?:=[0-9A-F]{2})+)/i)
  return Buffer.concat(
    parts.map((part, index) =>
      index % 2 === 1 ? Buffer.from(part.replaceAll('=', ''), 'hex') : Buffer.from(part, 'utf8')
    )
  )
}
