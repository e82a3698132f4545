/** A key that is written as a sign or a letter is the same in every language; the others have names. */
export type NamedKey = 'ctrl' | 'shift' | 'alt' | 'enter' | 'escape' | 'tab' | 'page_up' | 'page_down'

/** Keys that are pressed together; several lists are several ways to the same thing. */
export type KeyStroke = readonly (NamedKey | { readonly sign: string })[]

const sign = (text: string) => ({ sign: text })

const ARROWS: readonly KeyStroke[] = [[sign('↑')], [sign('↓')], [sign('←')], [sign('→')]]

/** Every shortcut by where it works. The keys of the words are those of the catalogue. */
export const SHORTCUTS = {
  everywhere: {
    search: [['ctrl', sign('K')]],
    pages: [['ctrl', sign('1 – 9')]],
    emergency: [['ctrl', 'shift', sign('S')]],
    help: [[sign('?')], ['ctrl', sign('/')]],
    back: [['escape']],
    zoom: [
      ['ctrl', sign('+')],
      ['ctrl', sign('−')],
      ['ctrl', sign('0')]
    ],
    quit: [['ctrl', sign('Q')]]
  },
  forms: {
    save: [['ctrl', sign('S')]],
    next_field: [['tab'], ['shift', 'tab']]
  },
  editor: {
    step: [['alt', sign('1 – 6')]],
    next_step: [['ctrl', 'enter']],
    undo: [['ctrl', sign('Z')]],
    redo: [['ctrl', 'shift', sign('Z')]],
    placeholder: [[sign('{{')]]
  },
  lists: {
    rows: ARROWS,
    open: [['enter']]
  },
  calendar: {
    days: ARROWS,
    months: [['page_up'], ['page_down']],
    agenda: [['enter']]
  },
  console: {
    lines: [[sign('↑')], [sign('↓')]],
    copy: [['ctrl', sign('C')]],
    close: [['escape']]
  }
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly KeyStroke[]>>>>
