import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../../src', import.meta.url))

/** What an operator sees is made here; the engine's words are those of the log. */
const FOLDERS = ['renderer', 'main']

/** Attributes that an operator reads or hears. */
const WORDED = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'error',
  'label',
  'legend',
  'nothingFoundMessage',
  'placeholder',
  'text',
  'title',
  'tooltip'
])

/** Properties of what becomes a toast, a dialog, a menu item, a notification. */
const WORDED_PROPERTIES = new Set([
  'body',
  'buttonLabel',
  'buttons',
  'cancel',
  'confirm',
  'description',
  'detail',
  'label',
  'message',
  'nothingFound',
  'placeholder',
  'sublabel',
  'title',
  'toolTip'
])

/** Names and addresses are the same in every language. */
const SAME_EVERYWHERE = /^\W*(Loa|UTC|Electron|https?:\/\/\S+|\S+@\S+)\W*$/

const needsTranslation = (text: string): boolean => /\p{L}/u.test(text) && !SAME_EVERYWHERE.test(text)

/** The pieces of text that an expression shows when it is not made by `t()`. */
function literalsOf(expression: ts.Expression): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text]
  if (ts.isTemplateExpression(expression))
    return [expression.head.text, ...expression.templateSpans.map((span) => span.literal.text)]
  if (ts.isArrayLiteralExpression(expression)) return expression.elements.flatMap(literalsOf)
  if (ts.isParenthesizedExpression(expression)) return literalsOf(expression.expression)
  // A toast finds its words when they are drawn.
  if (ts.isArrowFunction(expression) && !ts.isBlock(expression.body)) return literalsOf(expression.body)
  if (ts.isConditionalExpression(expression))
    return [...literalsOf(expression.whenTrue), ...literalsOf(expression.whenFalse)]
  if (ts.isBinaryExpression(expression))
    return [...literalsOf(expression.left), ...literalsOf(expression.right)].filter(
      () => !isComparison(expression)
    )
  return []
}

const isComparison = ({ operatorToken }: ts.BinaryExpression): boolean =>
  operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
  operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken

function wordsOf(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return [node.text]
  if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
    return literalsOf(node.expression)
  if (ts.isPropertyAssignment(node) && WORDED_PROPERTIES.has(node.name.getText()))
    return literalsOf(node.initializer)
  if (ts.isJsxAttribute(node) && WORDED.has(node.name.getText()) && node.initializer) {
    if (ts.isStringLiteral(node.initializer)) return [node.initializer.text]
    if (ts.isJsxExpression(node.initializer) && node.initializer.expression)
      return literalsOf(node.initializer.expression)
  }
  return []
}

function hardCoded(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(ROOT, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  )
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    for (const text of wordsOf(node)) {
      if (!needsTranslation(text)) continue
      const { line } = source.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${file}:${line + 1}: ${text.trim()}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

it('no sentence that an operator sees is written in the code of window or shell', () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
  ).filter((file) => /\.tsx?$/.test(file))
  expect(files.length).toBeGreaterThan(10)
  expect(files.flatMap(hardCoded)).toEqual([])
})
