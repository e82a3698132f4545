/**
 * The change of Vietnam's 11-digit mobile numbers to 10 digits, from 15 September 2018: only the operator's code
 * changes, the last seven digits stay (Ministry of Information and Communications; tables of MobiFone and lawnet.vn).
 */
const NEW_CODES: ReadonlyMap<string, string> = new Map([
  // Viettel
  ['162', '32'],
  ['163', '33'],
  ['164', '34'],
  ['165', '35'],
  ['166', '36'],
  ['167', '37'],
  ['168', '38'],
  ['169', '39'],
  // MobiFone
  ['120', '70'],
  ['121', '79'],
  ['122', '77'],
  ['126', '76'],
  ['128', '78'],
  // VinaPhone
  ['123', '83'],
  ['124', '84'],
  ['125', '85'],
  ['127', '81'],
  ['129', '82'],
  // Vietnamobile
  ['186', '56'],
  ['188', '58'],
  // Gmobile
  ['199', '59']
])

const OLD_MOBILE = /^(1\d\d)(\d{7})$/

/** Today's form of an old Vietnamese mobile number, both without +84 and without the leading 0; null if it is none. */
export function convertOldMobile(nationalNumber: string): string | null {
  const [, oldCode = '', subscriber = ''] = OLD_MOBILE.exec(nationalNumber) ?? []
  const newCode = NEW_CODES.get(oldCode)
  return newCode === undefined ? null : newCode + subscriber
}
