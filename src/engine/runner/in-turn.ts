/** Lets those that concern the same key follow each other, each begun when the one before is over. */
export class InTurn {
  readonly #last = new Map<string, Promise<unknown>>()

  do<T>(key: string, act: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve()
    const mine = before.then(act, act)
    const settled = mine.catch(() => undefined)
    this.#last.set(key, settled)
    void settled.then(() => {
      if (this.#last.get(key) === settled) this.#last.delete(key)
    })
    return mine
  }
}
