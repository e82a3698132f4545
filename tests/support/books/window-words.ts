import { catalogue, type Language } from '../../../src/shared/i18n/catalogue'

/** Bold words of the guides that are no words of the window: what they stress, in a sentence. */
const STRESSED: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Five promises',
    'on time',
    'once',
    'who, where and why',
    'One click',
    'none of that',
    'Not',
    'month',
    'agenda',
    'seal',
    'missed',
    'unknown',
    'another gateway is chosen',
    'cut off for longer than its catch-up window',
    'the disk refuses'
  ],
  vi: [
    'đúng giờ',
    'một lần',
    'ai, ở đâu và vì sao',
    'Một lần bấm',
    'không làm thay đổi',
    'Không',
    'bỏ lỡ',
    'chưa rõ',
    'đang chọn cổng gửi khác',
    'bị gián đoạn lâu hơn khoảng thời gian chạy bù',
    'ổ đĩa từ chối ghi'
  ]
}

/** Keys are named by the table of shortcuts. */
const KEYS = /^(?:Ctrl|Alt|Shift|Cmd|\?)/

/** A bold lead at the start of a paragraph, a point or a cell: `**Sleep.** A computer …`. */
const LEAD = /^\s*(?:[-|]|\d+\.)?\s*\*\*([^*]+[.?])\*\*/gm
const BOLD = /\*\*([^*]+)\*\*/g

const plain = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/[.…:?,]+$/, '')
    .trim()
    .toLowerCase()

function* sentencesOf(tree: object): Generator<string> {
  for (const value of Object.values(tree) as unknown[]) {
    if (typeof value === 'string') yield value
    else if (typeof value === 'object' && value !== null) yield* sentencesOf(value)
  }
}

/** The bold words of a text that the window does not say in that language, each once. */
export function wordsNotInWindow(text: string, language: Language): string[] {
  // A remark behind the words, such as a date, is no part of what a guide calls them.
  const said = [...sentencesOf(catalogue[language])].map((words) => plain(words.replace(/ \(\{\{.*$/, '')))
  const exact = new Set(said)
  // What is filled in here is a number: `Make {{count}} calls`.
  const filled = said
    .filter((sentence) => sentence.includes('{{'))
    .map(
      (sentence) =>
        new RegExp(
          `^${sentence
            .split(/\{\{[^}]*\}\}/)
            .map(literally)
            .join('\\d+')}$`
        )
    )
  const stressed = new Set(STRESSED[language].map(plain))
  const bold = [...text.replace(LEAD, '').matchAll(BOLD)].flatMap(([, words = '']) => words.split(' → '))
  const unknown = bold.filter((words) => {
    const looked = plain(words)
    if (KEYS.test(words) || exact.has(looked) || stressed.has(looked)) return false
    return !filled.some((pattern) => pattern.test(looked))
  })
  return [...new Set(unknown)]
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
