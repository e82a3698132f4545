/**
 * @typedef {object} Row
 * @property {string} name `measurement` or `measurement/part`; what `--only` takes
 * @property {string} what is measured, of Loa
 * @property {string} floor what it is divided by, measured in the same run
 * @property {Goal} goal
 * @property {number} margin how much worse than the recorded ratio it may be before `--check` fails, as a ratio too
 * @property {'node' | 'window' | 'package'} where Electron's own Node, the built app on a desktop, or the packages
 */

/**
 * What the ratio should be.
 * @typedef {{ readonly atMost: number } | { readonly atLeast: number }} Goal
 */

/** A freeze has no floor but what a person notices: it is told as a part of that. */
const LIMIT = 'a limit that a person notices'

/** Every row of the table, in its order. @type {readonly Row[]} */
export const ROWS = [
  {
    name: 'send-200ms-128',
    what: 'deliveries a second, the gateway answers after 200 ms, 128 in parallel',
    floor: 'node:http with a keep-alive agent',
    goal: { atLeast: 0.97 },
    margin: 0.05,
    where: 'node'
  },
  {
    name: 'send-20ms-32',
    what: 'deliveries a second, 20 ms, 32 in parallel',
    floor: 'node:http with a keep-alive agent',
    goal: { atLeast: 0.9 },
    margin: 0.08,
    where: 'node'
  },
  {
    name: 'send-20ms-32/one-by-one',
    what: 'the same',
    floor: 'got, one request awaited after the other',
    goal: { atLeast: 30 },
    margin: 3,
    where: 'node'
  },
  {
    name: 'send-20ms-128/raw',
    what: 'deliveries a second, 20 ms, 128 in parallel',
    floor: 'node:http with a keep-alive agent',
    goal: { atLeast: 0.65 },
    margin: 0.08,
    where: 'node'
  },
  {
    name: 'send-20ms-128/bursts',
    what: 'the same',
    floor: 'got, let go in bursts',
    goal: { atLeast: 0.85 },
    margin: 0.1,
    where: 'node'
  },
  {
    name: 'send-0ms-128/bursts',
    what: 'deliveries a second, the gateway answers at once, 128 in parallel',
    floor: 'got, let go in bursts',
    goal: { atLeast: 0.85 },
    margin: 0.1,
    where: 'node'
  },
  {
    name: 'send-0ms-128/cpu',
    what: 'processor time of a delivery',
    floor: "got's of a request",
    goal: { atMost: 1.25 },
    margin: 0.25,
    where: 'node'
  },
  {
    name: 'ledger/disk',
    what: 'deliveries a second with the ledger on the disk, 20 ms, 128 in parallel',
    floor: 'the same loop, a ledger that keeps nothing',
    goal: { atLeast: 0.95 },
    margin: 0.08,
    where: 'node'
  },
  {
    name: 'ledger/slow-disk',
    what: 'the same, every flush takes 10 ms more',
    floor: 'the same loop, a ledger that keeps nothing',
    goal: { atLeast: 0.95 },
    margin: 0.1,
    where: 'node'
  },
  {
    name: 'replay',
    what: 'reading a ledger of 100,000 records back',
    floor: 'JSON.parse of its lines',
    goal: { atMost: 1.5 },
    margin: 0.6,
    where: 'node'
  },
  {
    name: 'replay/freeze',
    what: 'the longest freeze meanwhile',
    floor: LIMIT,
    goal: { atMost: 1 },
    margin: 0.5,
    where: 'node'
  },
  {
    name: 'replay-million/freeze',
    what: 'the longest freeze while 1,000,000 records are read',
    floor: LIMIT,
    goal: { atMost: 1 },
    margin: 0.5,
    where: 'node'
  },
  {
    name: 'store/freeze',
    what: 'the longest freeze while one contact of 100,000 is edited, durable',
    floor: LIMIT,
    goal: { atMost: 1 },
    margin: 0.5,
    where: 'node'
  },
  {
    name: 'store/writes',
    what: 'whole files written while a run sends',
    floor: 'deliveries of the run',
    goal: { atMost: 0.01 },
    margin: 0.005,
    where: 'node'
  },
  {
    name: 'timer',
    what: 'from the due instant to the first request at the gateway',
    floor: 'setTimeout: the worst of a hundred, and 10 ms',
    goal: { atMost: 1 },
    margin: 0.5,
    where: 'node'
  },
  {
    name: 'due-10000',
    what: '10,000 campaigns due at one instant: when the last of them is judged',
    floor: '10,000 timeouts',
    goal: { atMost: 3 },
    margin: 4,
    where: 'node'
  },
  {
    name: 'due-busy-200',
    what: '200 campaigns due while the loop works in pieces of 50 ms: how late on average',
    floor: '200 timeouts',
    goal: { atMost: 1.5 },
    margin: 0.5,
    where: 'node'
  },
  {
    name: 'arming-10000',
    what: 'the timer set for the earliest of 10,000 campaigns, their next slots computed',
    floor: '10,000 instants sorted',
    goal: { atMost: 30 },
    margin: 20,
    where: 'node'
  },
  {
    name: 'occurrences',
    what: 'next slots computed a second',
    floor: 'luxon with the name of the zone, the same answers',
    goal: { atLeast: 5 },
    margin: 1.5,
    where: 'node'
  },
  {
    name: 'import',
    what: '100,000 rows imported, without duplicates, durable',
    floor: 'the same cells parsed and checked by a plain script',
    goal: { atMost: 2 },
    margin: 0.3,
    where: 'node'
  },
  {
    name: 'import/freeze',
    what: 'the longest freeze meanwhile',
    floor: LIMIT,
    goal: { atMost: 1 },
    margin: 0.5,
    where: 'node'
  },
  {
    name: 'import/memory',
    what: 'the most memory, a file four times as long',
    floor: 'the file',
    goal: { atMost: 1.2 },
    margin: 0.2,
    where: 'node'
  },
  {
    name: 'start/1000',
    what: 'from the command to the painted window, 1,000 contacts',
    floor: 'an Electron with one React page',
    goal: { atMost: 1.5 },
    margin: 0.3,
    where: 'window'
  },
  {
    name: 'start/100000',
    what: 'the same, 100,000 contacts',
    floor: 'an Electron with one React page',
    goal: { atMost: 1.8 },
    margin: 0.4,
    where: 'window'
  },
  {
    name: 'memory/window',
    what: 'memory of all processes, window open, 100,000 contacts',
    floor: 'an Electron with one React page',
    goal: { atMost: 1.35 },
    margin: 0.15,
    where: 'window'
  },
  {
    name: 'memory/tray',
    what: 'the same, a minute after the window was closed',
    floor: 'that Electron with its window destroyed',
    goal: { atMost: 1.25 },
    margin: 0.15,
    where: 'window'
  },
  {
    name: 'reopen',
    what: 'from the word to the painted window, after it was given up in the tray, 100,000 contacts',
    floor: "Loa's own first window, of the same start",
    goal: { atMost: 1.2 },
    margin: 0.2,
    where: 'window'
  },
  {
    name: 'idle',
    what: 'processor time in the tray, 100 active campaigns',
    floor: 'half a per cent of one core',
    goal: { atMost: 1 },
    margin: 0.5,
    where: 'window'
  },
  {
    name: 'log',
    what: 'lines of the log a second, from the event to the page',
    floor: 'v8.serialize of such lines, a hundred at a time',
    goal: { atLeast: 0.35 },
    margin: 0.02,
    where: 'window'
  },
  {
    name: 'log/page-freeze',
    what: 'the longest task of the page at 10,000 lines a second; one under 50 ms counts as 50',
    floor: LIMIT,
    goal: { atMost: 1 },
    margin: 0.5,
    where: 'window'
  },
  {
    name: 'log/main-freeze',
    what: 'the longest freeze of the main process meanwhile',
    floor: LIMIT,
    goal: { atMost: 1 },
    margin: 0.5,
    where: 'window'
  },
  {
    name: 'console',
    what: '100,000 lines into the open console',
    floor: 'the same lines with the console closed',
    goal: { atMost: 1.1 },
    margin: 0.2,
    where: 'window'
  },
  {
    name: 'console/freeze',
    what: 'the longest task of the page meanwhile; one under 50 ms counts as 50',
    floor: LIMIT,
    goal: { atMost: 1 },
    margin: 0.5,
    where: 'window'
  },
  {
    name: 'console/memory',
    what: 'memory of the page with them',
    floor: 'the page before',
    goal: { atMost: 1.6 },
    margin: 0.3,
    where: 'window'
  },
  {
    name: 'search',
    what: 'typing into the search of 100,000 contacts: the first answer',
    floor: LIMIT,
    goal: { atMost: 1 },
    margin: 0.5,
    where: 'window'
  },
  {
    name: 'size/installed',
    what: 'installed size',
    floor: 'a blank Electron, packaged alike',
    goal: { atMost: 1.06 },
    margin: 0.01,
    where: 'package'
  },
  {
    name: 'size/deb',
    what: 'size of the .deb',
    floor: 'a blank Electron, packaged alike',
    goal: { atMost: 1.06 },
    margin: 0.01,
    where: 'package'
  }
]

/** What has to be measured for a row. @param {string} name */
export const measurementOf = (name) => name.split('/')[0] ?? name

/**
 * The rows that a name means: one of them, or all of one measurement.
 * @param {string | null} name null: all
 */
export const rowsNamed = (name) =>
  ROWS.filter((row) => name === null || row.name === name || measurementOf(row.name) === name)
