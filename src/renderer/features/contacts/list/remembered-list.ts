import { type ContactFilter, type ContactSort, EVERYBODY } from '../../../../shared/domain/contact-query'

interface ListState {
  readonly filter: ContactFilter
  readonly sort: ContactSort
}

const BY_NAME: ContactSort = { by: 'name', descending: false }

// As long as the window lives: who looks at one contact comes back to the list as it was.
let remembered: ListState = { filter: EVERYBODY, sort: BY_NAME }

export const rememberedList = (): ListState => remembered

export function rememberList(change: Partial<ListState>): void {
  remembered = { ...remembered, ...change }
}

export function forgetList(): void {
  remembered = { ...remembered, filter: EVERYBODY }
}
