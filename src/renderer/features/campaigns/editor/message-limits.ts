/** How long a text may be that is sent, as the contract has it. */
export const LONGEST_TEXT = 100_000

/** Marks and suggestions are for messages; a text longer than this is a plain field, so that it never freezes. */
export const MARKED_UP_TO = 20_000
