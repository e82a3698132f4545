/** What outlives its page, by its name: put back before anything is drawn. */
export interface KeptStore {
  /** As JSON can hold it. */
  readonly take: () => unknown
  /** Gets what `take` gave: nobody else writes it, and it lives no longer than the app runs. */
  readonly put: (value: unknown) => void
}

type Parts = ReadonlyMap<string, unknown>

/** What the parts that are drawn say of themselves, by the name under which they ask for it again. */
let shown: Parts = new Map()
/** What they said when the window was taken away. */
let left: Parts = new Map()

/** A part of the page is drawn, and shows this. */
export function noteShownPart(name: string, value: unknown): void {
  shown = new Map([...shown, [name, value]])
}

/** A part is not drawn any more, or shows something else: opened another time it begins as always. */
export function forgetPart(name: string): void {
  shown = without(shown, name)
  left = without(left, name)
}

/** What a part showed before the window was taken away; undefined when there is nothing to go back to. */
export const leftPart = (name: string): unknown => left.get(name)

/** Everything that is to be found again, as text. */
export function viewToLeave(stores: Readonly<Record<string, KeptStore>>): string {
  const kept = Object.entries(stores).map(([name, { take }]): [string, unknown] => [name, take()])
  return JSON.stringify({ stores: Object.fromEntries(kept), parts: [...shown] })
}

/** Puts everything back: the stores at once, the parts as they are drawn. */
export function returnToView(stores: Readonly<Record<string, KeptStore>>, text: string): void {
  const view = JSON.parse(text) as {
    readonly stores: Readonly<Record<string, unknown>>
    readonly parts: readonly (readonly [string, unknown])[]
  }
  for (const [name, { put }] of Object.entries(stores)) if (name in view.stores) put(view.stores[name])
  left = new Map(view.parts)
}

const without = (parts: Parts, name: string): Parts => new Map([...parts].filter(([each]) => each !== name))
