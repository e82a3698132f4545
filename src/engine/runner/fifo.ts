/** Numbers, first in, first out, with a way to put one back at the front. Every step takes constant time. */
export class Fifo {
  #items: number[] = []
  #head = 0
  #front: number[] = []

  push(item: number): void {
    this.#items.push(item)
  }

  /** The item is the next one out. */
  putBack(item: number): void {
    this.#front.push(item)
  }

  peek(): number | undefined {
    return this.#front.at(-1) ?? this.#items[this.#head]
  }

  shift(): number | undefined {
    if (this.#front.length > 0) return this.#front.pop()
    const item = this.#items[this.#head]
    if (item === undefined) return undefined
    this.#head += 1
    if (this.#head > 1024 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head)
      this.#head = 0
    }
    return item
  }
}
