import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** A link or a picture, as it is written: the part in the parentheses. */
export interface BookLink {
  readonly line: number
  readonly target: string
}

/** A block between fences. */
export interface Fence {
  readonly line: number
  readonly language: string
  readonly text: string
}

/** A Markdown file, read as far as somebody who checks it needs it. */
export interface Book {
  /** From the project's folder on, with slashes. */
  readonly file: string
  /** Every line outside of fences, by its number. */
  readonly prose: ReadonlyMap<number, string>
  readonly anchors: ReadonlySet<string>
  readonly links: readonly BookLink[]
  /** What stands between backticks, outside of fences. */
  readonly codeSpans: readonly string[]
  readonly fences: readonly Fence[]
}

/** Folders that hold other people's Markdown, or none that anybody reads. */
const FOREIGN = new Set([
  'node_modules',
  'out',
  'dist',
  '.git',
  'fixtures',
  'test-results',
  'playwright-report'
])

const LINK = /!?\[(?:[^\]\\]|\\.)*\]\(([^)\s]+)\)/g
const CODE_SPAN = /`([^`]+)`/g

/** Every file below a folder that is the project's own. */
export function ownFiles(root: string, folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (FOREIGN.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? ownFiles(root, path) : [relative(root, path).split(sep).join('/')]
  })
}

/** All Markdown files of the project. */
export const readBooks = (root: string): Book[] =>
  ownFiles(root)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readBook(file, readFileSync(join(root, file), 'utf8')))

/** One Markdown file, from its text. */
export function readBook(file: string, text: string): Book {
  const prose = new Map<number, string>()
  const fences: Fence[] = []
  let open: { line: number; language: string; lines: string[] } | null = null
  text.split(/\r?\n/).forEach((content, index) => {
    const [, language] = /^\s*```(.*)$/.exec(content) ?? []
    if (language === undefined) {
      if (open === null) prose.set(index + 1, content)
      else open.lines.push(content)
    } else if (open === null) open = { line: index + 1, language: language.trim(), lines: [] }
    else {
      fences.push({ line: open.line, language: open.language, text: open.lines.join('\n') })
      open = null
    }
  })
  const words = [...prose.values()].join('\n')
  return {
    file,
    prose,
    anchors: anchorsIn(prose.values()),
    links: [...linksIn(prose)],
    // A span may go over the end of a line.
    codeSpans: [...words.matchAll(CODE_SPAN)].map(([, code = '']) => code.replace(/\s+/g, ' ')),
    fences
  }
}

function* linksIn(prose: ReadonlyMap<number, string>): Generator<BookLink> {
  // The text of a link may be broken over two lines, its address is not.
  const all = [...prose]
  const text = all
    .map(([, content]) => content.replace(CODE_SPAN, (span) => '`'.repeat(span.length)))
    .join('\n')
  for (const match of text.matchAll(LINK)) {
    const place = text.slice(0, match.index + match[0].length).split('\n').length - 1
    yield { line: all[place]?.[0] ?? 0, target: match[1] ?? '' }
  }
}

/** The names under which GitHub lets a heading be linked to. */
function anchorsIn(lines: Iterable<string>): Set<string> {
  const anchors = new Set<string>()
  for (const line of lines) {
    const [, heading] = /^#{1,6}\s+(.*?)\s*#*$/.exec(line) ?? []
    if (heading === undefined) continue
    // What is read, without the marks that make it bold, slanted or a link.
    const plain = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/(?<![\p{L}\p{N}])_([^_]+)_(?![\p{L}\p{N}])/gu, '$1')
      .toLowerCase()
    const name = plain.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-')
    let anchor = name
    for (let copy = 1; anchors.has(anchor); copy += 1) anchor = `${name}-${copy}`
    anchors.add(anchor)
  }
  return anchors
}
