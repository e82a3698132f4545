import { localeOf } from '../i18n/locale'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
const STEP = 1000

/** `48 bytes`, `12.4 kB`, `3 MB`: how large a file is, in the language's own way. */
export function sizeText(bytes: number, language: string): string {
  let size = bytes
  let unit = 0
  while (size >= STEP && unit < UNITS.length - 1) {
    size /= STEP
    unit += 1
  }
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: UNITS[unit] ?? 'byte',
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: size < 10 ? 1 : 0
  }).format(size)
}
