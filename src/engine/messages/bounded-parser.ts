import { Parser, type TopLevelToken } from 'liquidjs'
import { TEXT_FAILURES } from '../../shared/domain/text-failure'

/** A text whose parts lie deeper in each other would be at the mercy of the stack that happens to be left. */
const DEEPEST = 100

/** Parts of a text lie too deep in each other. */
export class TooDeep extends Error {
  constructor() {
    super(TEXT_FAILURES.too_deep)
  }
}

/** Throws `TooDeep` beyond that depth, of whatever is read inside of something else. */
export function checkDepth(depth: number): void {
  if (depth > DEEPEST) throw new TooDeep()
}

/** liquidjs's parser, which would go on until the stack is full, and then take seconds to say where. */
export class BoundedParser extends Parser {
  #depth = 0

  override parseToken(token: TopLevelToken, rest: TopLevelToken[]): ReturnType<Parser['parseToken']> {
    this.#depth += 1
    try {
      checkDepth(this.#depth)
      return super.parseToken(token, rest)
    } finally {
      this.#depth -= 1
    }
  }
}
