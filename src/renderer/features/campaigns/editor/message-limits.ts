/** How long a text may be that is sent, as the contract has it. */
export const LONGEST_TEXT = 100_000
