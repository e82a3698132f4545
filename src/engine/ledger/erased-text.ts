/** What stands where an erased person was. It is no address on any channel, and nothing is ever sent to it. */
export const ERASED = '(erased)'
