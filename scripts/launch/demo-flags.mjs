/**
 * @typedef {object} DemoPlan
 * @property {string[]} flags for the app
 * @property {boolean} keepData the data folder outlives the demo
 * @property {string} [dataFolder] the one that was asked for; without it the demo makes a new one
 */

/**
 * Sorts the command line of `npm run demo -- ...`: `--keep` is the script's own, a `--data-dir=` is used and never
 * deleted, everything else (such as `--once`) goes to the app.
 * @param {string[]} args
 * @returns {DemoPlan}
 */
export function planDemo(args) {
  const dataFlag = args.find((arg) => arg.startsWith('--data-dir='))
  const dataFolder = dataFlag?.slice('--data-dir='.length)
  const flags = args.filter((arg) => arg !== '--keep' && arg !== dataFlag)
  return { flags, keepData: args.includes('--keep') || Boolean(dataFolder), dataFolder }
}
