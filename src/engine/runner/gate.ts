/** Holds back whoever asks while it is shut. */
export class Gate {
  #shut: boolean
  #waiting: (() => void)[] = []

  constructor(shut: boolean) {
    this.#shut = shut
  }

  get isShut(): boolean {
    return this.#shut
  }

  set(shut: boolean): void {
    this.#shut = shut
    if (shut) return
    const waiting = this.#waiting
    this.#waiting = []
    for (const go of waiting) go()
  }

  /** Resolves at once while open, else when it opens. */
  async pass(): Promise<void> {
    while (this.#shut) await new Promise<void>((go) => this.#waiting.push(go))
  }
}
