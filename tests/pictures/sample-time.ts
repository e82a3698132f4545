/** When the pictures are taken: a Tuesday, 08:40 in Vietnam, some days before Tết. */
export const SAMPLE_NOW = Date.parse('2027-01-26T01:40:00Z')

export const VIETNAM = 'Asia/Ho_Chi_Minh'

const DAY_MS = 86_400_000

/** So long after midnight in Vietnam, on the day of the pictures or so many days before it. */
export const sampleTime = (daysAgo: number, clock: string): number =>
  Date.parse(`${new Date(SAMPLE_NOW - daysAgo * DAY_MS).toISOString().slice(0, 10)}T${clock}:00+07:00`)

/** The same as wall time there, as a slot is named. */
export const wallTimeThere = (atMs: number): string =>
  new Date(atMs + 7 * 3_600_000).toISOString().slice(0, 19)
