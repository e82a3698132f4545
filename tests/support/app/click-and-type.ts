import type { Locator } from '@playwright/test'

/** Clicks a button and types into a field before the page has had any time to see what comes of the click. */
export async function clickAndType(button: Locator, field: Locator, text: string): Promise<void> {
  const input = await field.elementHandle()
  await button.evaluate(
    (clicked: HTMLElement, { typedIn, typed }) => {
      clicked.click()
      // Past React, which otherwise takes the value for one that it knows already.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(typedIn, typed)
      typedIn.dispatchEvent(new Event('input', { bubbles: true }))
    },
    { typedIn: input, typed: text }
  )
}
