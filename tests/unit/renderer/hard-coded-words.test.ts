import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../../src/renderer', import.meta.url))

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

/** Names and addresses are the same in every language. */
const SAME_EVERYWHERE = /^\W*(Loa|UTC|Electron|https?:\/\/\S+|\S+@\S+)\W*$/

const needsTranslation = (text: string): boolean => /\p{L}/u.test(text) && !SAME_EVERYWHERE.test(text)

/** The pieces of text that an expression shows when it is not made by `t()`. */
function literalsOf(expression: ts.Expression): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text]
  if (ts.isTemplateExpression(expression))
    return [expression.head.text, ...expression.templateSpans.map((span) => span.literal.text)]
  if (ts.isParenthesizedExpression(expression)) return literalsOf(expression.expression)
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
    ts.ScriptKind.TSX
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

it('no sentence that an operator sees is written in a component', () => {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx')
  )
  expect(files.length).toBeGreaterThan(10)
  expect(files.flatMap(hardCoded)).toEqual([])
})
