import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Book, ownFiles, readBook, readBooks } from '../../support/books/markdown'
import { type Proof, PROOFS, RUN_FROM_THE_BOOK } from '../../support/books/proofs'
import { SHORTCUTS } from '../../support/books/shortcuts'
import { wordsNotInWindow } from '../../support/books/window-words'

const ROOT = process.cwd()
const books = readBooks(ROOT)
const files = ownFiles(ROOT)
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Readonly<Record<string, string>> }

/** Of a book: what is wrong with it, each with its place. */
type Check = (book: Book) => string[]

const brokenLinks: Check = ({ file, links }) =>
  links
    .filter(({ target }) => !target.includes('://'))
    .filter(({ target }) => {
      const [path = '', anchor] = decodeURI(target).split('#')
      const aim = path === '' ? file : posix.join(posix.dirname(file), path)
      if (!existsSync(join(ROOT, aim))) return true
      if (anchor === undefined) return false
      return !readBook(aim, textOf(aim)).anchors.has(anchor)
    })
    .map(({ line, target }) => `${file}:${line} ${target}`)

const unsafeLinks: Check = ({ file, links }) =>
  links
    .filter(
      ({ target }) => target.includes('://') && !(target.startsWith('https://') && URL.canParse(target))
    )
    .map(({ line, target }) => `${file}:${line} ${target}`)

const wholeText = ({ prose, fences }: Book): string =>
  [...prose.values(), ...fences.map(({ text }) => text)].join('\n')

const unknownScripts: Check = (book) => {
  const text = wholeText(book)
  const npm = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(test|start)\b)/g)]
    .map(([, run, own]) => run ?? own ?? '')
    .filter((name) => !(name in scripts))
  const node = [...text.matchAll(/\bnode (scripts\/[\w./-]+)/g)]
    .map(([, script = '']) => script)
    .filter((script) => !existsSync(join(ROOT, script)))
  return [...npm, ...node].map((name) => `${book.file} ${name}`)
}

const CODE_FILE = /^[\w./-]+\.(?:ts|tsx|mjs|cjs|css)$/
const OWN_PATH = /^(?:src|tests|scripts|docs|resources)(?:\/[\w.-]+)+\/?$/

/** Names of files of ours that nobody has: the file was moved, or is called otherwise by now. */
const unknownFiles: Check = ({ file, codeSpans }) =>
  codeSpans
    .filter((span) => {
      if (OWN_PATH.test(span)) return !existsSync(join(ROOT, span))
      if (!CODE_FILE.test(span) || span === 'gateway.mjs') return false
      return !files.some((known) => known === span || known.endsWith(`/${span}`))
    })
    .map((span) => `${file} ${span}`)

const SHORTCUT = /\b(?:Ctrl|Alt|Shift)(?:\+(?:Shift|Alt))?\+(?:[A-Za-z]+|\d|[^\s\w*,.;:|)])/g

const shortcutsIn = (book: Book): string[] => [...new Set(wholeText(book).match(SHORTCUT) ?? [])]

const unknownShortcuts: Check = (book) =>
  shortcutsIn(book)
    .filter((keys) => {
      const source = SHORTCUTS[keys]
      return !source?.[1].test(textOf(source[0]))
    })
    .map((keys) => `${book.file} ${keys}`)

/** The commands of a book's blocks of shell; a line that ends in a backslash goes on. */
function commandsIn({ fences }: Book): string[] {
  return fences
    .filter(({ language }) => ['sh', 'bash', 'shell', 'console'].includes(language))
    .flatMap(({ text }) => text.replace(/\\\n\s*/g, ' ').split('\n'))
    .map((line) => line.replace(/(^|\s+)#.*$/, '').trim())
    .filter((line) => line !== '')
}

const proofOf = (command: string): Proof | undefined =>
  PROOFS[command] ?? Object.entries(RUN_FROM_THE_BOOK).find(([start]) => command.startsWith(start))?.[1]

const unprovenCommands: Check = (book) =>
  commandsIn(book)
    .filter((command) => {
      const proof = proofOf(command)
      if (proof === undefined) return true
      return 'by' in proof && !textOf(proof.by).includes(proof.says)
    })
    .map((command) => `${book.file} ${command}`)

const unfenced: Check = ({ file, fences }) =>
  fences.filter(({ language }) => language === '').map(({ line }) => `${file}:${line} has no language`)

describe('the books', () => {
  it('are all there', () => {
    expect(books.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'docs/user-guide.vi.md'])
    )
  })

  it.each([
    ['link to what is there: files, pictures, headings', brokenLinks],
    ['link to other places by https only', unsafeLinks],
    ['name scripts that package.json and scripts/ have', unknownScripts],
    ['name files of the source that are there', unknownFiles],
    ['name shortcuts that the app has', unknownShortcuts],
    ['hold no command that no test runs', unprovenCommands],
    ['say of each block which language it is in', unfenced]
  ] as const)('%s', (_what, check) => {
    expect(books.flatMap(check)).toEqual([])
  })

  it.each([
    ['docs/user-guide.md', 'en'],
    ['docs/cheat-sheet.md', 'en'],
    ['docs/user-guide.vi.md', 'vi'],
    ['docs/cheat-sheet.vi.md', 'vi']
  ] as const)('%s calls things what the window calls them', (file, language) => {
    expect(wordsNotInWindow(textOf(file), language)).toEqual([])
  })

  it('are all reached from the README', () => {
    const reached = new Set(['README.md'])
    for (const file of reached) {
      const book = books.find((known) => known.file === file)
      for (const { target } of book?.links ?? []) {
        const aim = posix.join(dirname(file), target.split('#')[0] ?? '')
        const inFolder = books.filter((known) => known.file === aim || dirname(known.file) === aim)
        for (const { file: next } of inFolder) reached.add(next)
      }
    }
    expect(books.map(({ file }) => file).filter((file) => !reached.has(file))).toEqual([])
  })

  it('show every picture that is kept for them', () => {
    const shown = new Set(
      books.flatMap(({ file, links }) => links.map(({ target }) => posix.join(dirname(file), target)))
    )
    const pictures = files.filter((file) => file.startsWith('docs/images/') && !file.endsWith('-dark.png'))
    expect(pictures.filter((picture) => !shown.has(picture))).toEqual([])
  })
})

describe('what proves a command', () => {
  it('stands for a command that a book has', () => {
    const used = new Set(books.flatMap(commandsIn))
    expect(Object.keys(PROOFS).filter((command) => !used.has(command))).toEqual([])
  })

  it('stands for a shortcut that a book names', () => {
    const used = new Set(books.flatMap(shortcutsIn))
    expect(Object.keys(SHORTCUTS).filter((keys) => !used.has(keys))).toEqual([])
  })

  const short = Object.entries(PROOFS).flatMap(([command, proof]) =>
    'run' in proof ? [[command, proof] as const] : []
  )

  it.each(short)(
    '%s',
    async (_command, { run: [program = '', ...args], status, prints }) => {
      const ended = await endOf(program, args)
      expect(ended.output).toMatch(prints)
      expect(ended.status).toBe(status)
    },
    60_000
  )
})

/** How a program ended, and all that it said. */
function endOf(program: string, args: readonly string[]): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    execFile(program, [...args], { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr })
    })
  })
}
