/** Where it can be read that the app has a shortcut: the file, and what stands in it. */
export type ShortcutSource = readonly [file: string, says: RegExp]

const EDITOR = 'src/renderer/features/campaigns/editor/use-editor-keys.ts'
const CONSOLE = 'src/renderer/features/console/log-list.tsx'
const PAGES = 'src/renderer/shell/shell.tsx'

const PAGE_KEYS: ShortcutSource = [PAGES, /PAGES\.flatMap[\s\S]*`mod\+\$\{digit\}`/]

/** Every shortcut that the books name. */
export const SHORTCUTS: Readonly<Record<string, ShortcutSource>> = {
  // The kit's own; that it is there is seen in the window only.
  'Ctrl+K': ['tests/support/app/person.ts', /Control\+k/],
  'Ctrl+1': PAGE_KEYS,
  'Ctrl+3': PAGE_KEYS,
  'Ctrl+4': PAGE_KEYS,
  'Ctrl+6': PAGE_KEYS,
  'Ctrl+9': PAGE_KEYS,
  'Ctrl+/': [PAGES, /'mod\+\/'/],
  'Ctrl+Shift+S': [PAGES, /'mod\+shift\+S'/],
  'Ctrl+Q': ['src/main/window/shortcuts.ts', /accelerator: 'CommandOrControl\+Q'/],
  'Ctrl+S': ['src/renderer/features/settings/settings-page.tsx', /'mod\+S'/],
  'Ctrl+Enter': [EDITOR, /key === 'enter' && !event\.shiftKey/],
  'Ctrl+Z': [EDITOR, /key === 'z' && !event\.shiftKey/],
  'Ctrl+Shift+Z': [EDITOR, /key === 'z' && event\.shiftKey/],
  'Alt+1': [EDITOR, /event\.altKey && !event\.ctrlKey[\s\S]*EDITOR_STEPS\[Number/],
  'Alt+6': ['src/renderer/features/campaigns/editor/steps.ts', /EDITOR_STEPS = \[\s*('\w+',?\s*){6}\]/],
  'Ctrl+C': [CONSOLE, /key === 'c'/],
  'Ctrl+A': [CONSOLE, /key === 'a'/]
}
