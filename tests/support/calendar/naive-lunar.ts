/**
 * The lunar calendar of Vietnam as Ho Ngoc Duc has published it (after Meeus, UTC+7): another way than the library's to
 * the same dates. For the common months of the years 1968 to 2174; beyond them its new moons are off by a minute or two,
 * which is a day at midnight.
 */

const RADIANS = Math.PI / 180
const UTC_OFFSET_DAYS = 7 / 24
/** Days from one new moon to the next, on average. */
const LUNATION_DAYS = 29.530588853
/** The new moon of January 1900, as a Julian day. */
const FIRST_NEW_MOON = 2415021.076998695
const JULIAN_DAY_OF_1970 = 2440588
const DAY_MS = 86_400_000

const sine = (degrees: number) => Math.sin(degrees * RADIANS)

/** The moment of a new moon, as a Julian day in UTC; `k` counts them from January 1900. */
function newMoon(k: number): number {
  const t = k / 1236.85
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t ** 2 - 0.00000347 * t ** 3
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t ** 2 + 0.00001236 * t ** 3
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t ** 2 - 0.00000239 * t ** 3
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t ** 2 -
    0.000000155 * t ** 3 +
    0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t ** 2)
  const correction =
    (0.1734 - 0.000393 * t) * sine(sun) +
    0.0021 * sine(2 * sun) -
    0.4068 * sine(moon) +
    0.0161 * sine(2 * moon) -
    0.0004 * sine(3 * moon) +
    0.0104 * sine(2 * node) -
    0.0051 * sine(sun + moon) -
    0.0074 * sine(sun - moon) +
    0.0004 * sine(2 * node + sun) -
    0.0004 * sine(2 * node - sun) -
    0.0006 * sine(2 * node + moon) +
    0.001 * sine(2 * node - moon) +
    0.0005 * sine(2 * moon + sun)
  const dynamical = -0.000278 + 0.000265 * t + 0.000262 * t ** 2
  return mean + correction - dynamical
}

/** The day of a new moon in Vietnam, as a whole Julian day. */
const newMoonDay = (k: number) => Math.floor(newMoon(k) + 0.5 + UTC_OFFSET_DAYS)

/** Where the sun stands at the beginning of a Vietnamese day: 0 from the March equinox, 9 from the December solstice. */
function sunTwelfth(julianDay: number): number {
  const t = (julianDay - 0.5 - UTC_OFFSET_DAYS - 2451545) / 36525
  const anomaly = 357.5291 + 35999.0503 * t - 0.0001559 * t ** 2 - 0.00000048 * t ** 3
  const longitude =
    280.46645 +
    36000.76983 * t +
    0.0003032 * t ** 2 +
    (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.00029 * sine(3 * anomaly)
  return Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30)
}

/** The first day of the eleventh month, which holds the December solstice. */
function eleventhMonth(year: number): number {
  const december31 = Date.UTC(year, 11, 31) / DAY_MS + JULIAN_DAY_OF_1970
  const k = Math.floor((december31 - 2415021) / LUNATION_DAYS)
  const day = newMoonDay(k)
  return sunTwelfth(day) >= 9 ? newMoonDay(k - 1) : day
}

/** Which month after the eleventh is the leap month: the first in which the sun enters no new twelfth. */
function leapOffset(k: number): number {
  let offset = 1
  let last: number
  let arc = sunTwelfth(newMoonDay(k + offset))
  do {
    last = arc
    offset += 1
    arc = sunTwelfth(newMoonDay(k + offset))
  } while (arc !== last && offset < 14)
  return offset - 1
}

/** A date of the lunar year that begins in a Gregorian year, months 1 to 10, as `yyyy-MM-dd`. */
export function naiveLunarDate(year: number, month: number, date: number): string {
  const before = eleventhMonth(year - 1)
  const isLeapYear = eleventhMonth(year) - before > 365
  const k = Math.floor(0.5 + (before - FIRST_NEW_MOON) / LUNATION_DAYS)
  const offset = month + 1
  const behindLeap = isLeapYear && offset >= leapOffset(k) ? 1 : 0
  const julianDay = newMoonDay(k + offset + behindLeap) + date - 1
  return new Date((julianDay - JULIAN_DAY_OF_1970) * DAY_MS).toISOString().slice(0, 10)
}
