import { SetupError } from './setup-error.mjs'

const SHOWN_LINES = 20
const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/

/**
 * Makes a failure of npm readable: its first error lines, and a hint that fits them.
 * @param {string} what what could not be done, one plain sentence
 * @param {string} output what npm printed
 */
export function npmFailure(what, output) {
  const errors = output.split('\n').filter((line) => /^npm (?:error|ERR!) \S/.test(line))
  const shown = (errors.length > 0 ? errors : output.trim().split('\n')).slice(0, SHOWN_LINES)
  return new SetupError(what, hintFor(output), shown.join('\n'))
}

/** @param {string} output */
function hintFor(output) {
  if (UNREACHABLE.test(output)) {
    return 'The npm registry could not be reached: check the network (or the proxy) and run the command again.'
  }
  if (output.includes('EUSAGE')) {
    return 'package-lock.json does not fit package.json: run `npm install` once, then run the command again.'
  }
  return 'What npm said is above. Run the command again once that is put right.'
}
