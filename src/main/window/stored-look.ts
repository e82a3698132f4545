import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const THEMES = ['light', 'dark', 'system'] as const
const LANGUAGES = ['en', 'vi'] as const

export interface StoredLook {
  readonly theme: (typeof THEMES)[number]
  /** Null when it is that of the computer. */
  readonly language: (typeof LANGUAGES)[number] | null
}

/** How the window of a data folder looks that nobody has opened yet; as the system's when the folder does not say. */
export function storedLook(folder: string): StoredLook {
  const { theme, language } = storedSettings(folder)
  return {
    theme: THEMES.find((each) => each === theme) ?? 'system',
    language: LANGUAGES.find((each) => each === language) ?? null
  }
}

function storedSettings(folder: string): { readonly theme?: unknown; readonly language?: unknown } {
  try {
    const file = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')) as {
      readonly settings?: { readonly theme?: unknown; readonly language?: unknown } | null
    }
    return file.settings ?? {}
  } catch {
    return {}
  }
}
