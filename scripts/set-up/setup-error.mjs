const SHOWN_DETAIL_LINES = 40

/** An expected failure of the set-up: shown as what went wrong and what to do, without a stack. */
export class SetupError extends Error {
  /**
   * @param {string} message what went wrong, one plain sentence
   * @param {string} hint what to do about it
   * @param {string} [detail] what the failed program printed; its last lines are shown above the message
   */
  constructor(message, hint, detail = '') {
    super(message)
    this.name = 'SetupError'
    this.hint = hint
    this.detail = detail
  }
}

/** File system errors that the person can repair, and how. */
const REPAIRS = new Map([
  ['ENOSPC', 'Free some disk space (about 1 GB is needed) and run the command again.'],
  ['EACCES', 'Make that path writable for your user, or choose another cache folder with XDG_CACHE_HOME.'],
  ['EPERM', 'Make that path writable for your user, or choose another cache folder with XDG_CACHE_HOME.'],
  ['EROFS', 'That disk is read-only: work in a writable folder, or set XDG_CACHE_HOME to one.']
])

/**
 * What to print for a failure. Only a failure that nobody expected shows its stack.
 * @param {unknown} error
 * @returns {string}
 */
export function describeFailure(error) {
  if (error instanceof SetupError) {
    const detail = error.detail.trimEnd().split('\n').slice(-SHOWN_DETAIL_LINES).join('\n')
    return `${detail && `${detail}\n\n`}${error.message}\n${error.hint}`
  }
  if (!(error instanceof Error)) return String(error)
  const hint = REPAIRS.get(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')
  return hint ? `Set-up stopped: ${error.message}\n${hint}` : (error.stack ?? error.message)
}
