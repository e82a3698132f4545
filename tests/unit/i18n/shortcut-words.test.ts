import { expect, it } from 'vitest'
import { SHORTCUTS } from '../../../src/renderer/shell/shortcuts/shortcut-list'
import { catalogue } from '../../../src/shared/i18n/catalogue'

it('every shortcut has words, and all words have a shortcut', () => {
  const { title: _title, keys: _keys, groups, ...words } = catalogue.en.shortcuts
  const named = (table: object) =>
    Object.fromEntries(
      Object.entries(table).map(([group, each]: [string, object]) => [group, Object.keys(each)])
    )
  expect(named(words)).toEqual(named(SHORTCUTS))
  expect(Object.keys(groups)).toEqual(Object.keys(SHORTCUTS))
})
