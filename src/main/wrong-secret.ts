/** Thrown with a sentence for the operator that names the variable and never what is in it. */
export class WrongSecret extends Error {}
