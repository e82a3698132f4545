import { expect, it } from 'vitest'
import { noteUnsaved, unsavedInput } from '../../../src/renderer/stores/unsaved-input'

it('names what is not saved at that moment, each once, for as long as it is there', () => {
  let isTyped = false
  const endPage = noteUnsaved('contact', () => isTyped)
  const endDrawer = noteUnsaved('contact', () => true)
  const endSettings = noteUnsaved('settings', () => isTyped)
  expect(unsavedInput()).toEqual(['contact'])
  isTyped = true
  expect(unsavedInput()).toEqual(['contact', 'settings'])
  endDrawer()
  expect(unsavedInput()).toEqual(['contact', 'settings'])
  endPage()
  endSettings()
  expect(unsavedInput()).toEqual([])
})
