import type { Locator } from '@playwright/test'

/** Clicks a button and types into a field before the page has had any time to see what comes of the click. */
export async function clickAndType(button: Locator, field: Locator, text: string): Promise<void> {
  const input = await field.elementHandle()
  await button.evaluate(
    (clicked: HTMLElement, { typedIn, typed }) => {
      clicked.click()
      const element = typedIn as HTMLInputElement
      element.focus()
      element.select()
      document.execCommand('insertText', false, typed)
    },
    { typedIn: input, typed: text }
  )
}
