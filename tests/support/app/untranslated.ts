import type { Page } from '@playwright/test'

/** Written the same in every language: names of products and zones, units, times, keys, and what the system calls itself. */
const SAME_EVERYWHERE = [
  // Lines of the log are English in every language.
  /^\S+ \[(?:CAMPAIGN|WHATSAPP|TELEGRAM|AI_CALL|LOA)\].*/gs,
  /\b(?:now|in \d+ [a-z]+|\d+ [a-z]+ ago|yesterday|tomorrow)\b/g,
  /\bloa-backup-\S+/g,
  /\b(?:linux|darwin|win32) \S+ \w+/g,
  /\b(?:Loa|UTC|GMT|Electron|Chromium|Node|CSV|JSON|PDF|vCard|TSV|HTTP|HTTPS|POST|API)\b/g,
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b/g,
  /\b\d[\d.,]*\s?(?:ms|s|kB|MB|GB|TB|bytes?)\b/g,
  /\S*[@/\\]\S*/g,
  /\b[0-9a-f]{8,}\S*/g
]

/** Letters that did not come from the catalogue: what is left of all that can be read or heard, without what is data. */
export async function untranslated(page: Page, data: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = []
    // What is written in a field is the operator's.
    const isData = (element: Element) => element.closest('textarea, code, script, style') !== null
    for (const element of document.querySelectorAll('body *')) {
      if (!element.checkVisibility() || isData(element)) continue
      for (const name of [
        'aria-label',
        'title',
        'placeholder',
        'aria-description',
        'aria-valuetext',
        'alt'
      ]) {
        const value = element.getAttribute(name)
        if (value !== null) found.push(value)
      }
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()
      )
      if (own)
        found.push(
          [...element.childNodes]
            .filter((node) => node.nodeType === Node.TEXT_NODE)
            .map((node) => node.textContent)
            .join(' ')
        )
    }
    return found
  })
  const longestFirst = [...data].filter((each) => each !== '').sort((a, b) => b.length - a.length)
  return [...new Set(texts)].filter((text) => /\p{Script=Latin}{2}/u.test(withoutKnown(text, longestFirst)))
}

function withoutKnown(text: string, data: readonly string[]): string {
  let left = text
  for (const each of data) left = left.replaceAll(each, ' ')
  // Sentences stand in sentences: the innermost go first.
  for (let before = ''; before !== left;) {
    before = left
    left = left.replace(/⟦[^⟦⟧]*⟧/g, ' ')
  }
  for (const known of SAME_EVERYWHERE) left = left.replace(known, ' ')
  return left
}
