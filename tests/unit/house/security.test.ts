import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { CONTENT_POLICY } from '../../../src/main/window/content-policy'

const SOURCE = join(process.cwd(), 'src')
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({
    name,
    tree: ts.createSourceFile(name, readFileSync(join(SOURCE, name), 'utf8'), ts.ScriptTarget.Latest, true)
  }))

/** Every node of the app's own source, comments left out. */
function* nodes(): Generator<{ readonly file: string; readonly node: ts.Node }> {
  for (const { name, tree } of files) {
    const waiting: ts.Node[] = [tree]
    for (const node of waiting) {
      yield { file: name, node }
      waiting.push(...node.getChildren(tree).filter((child) => child.kind !== ts.SyntaxKind.JSDoc))
    }
  }
}
const all = [...nodes()]

const preferencesOf = (made: ts.NewExpression): Record<string, string> => {
  const options = made.arguments?.[0]
  const web =
    options !== undefined && ts.isObjectLiteralExpression(options)
      ? options.properties.find((each) => each.name?.getText() === 'webPreferences')
      : undefined
  if (web === undefined || !ts.isPropertyAssignment(web) || !ts.isObjectLiteralExpression(web.initializer))
    throw new Error(`A window whose preferences cannot be read: ${made.getText()}`)
  return Object.fromEntries(
    web.initializer.properties.map((each) => [
      each.name?.getText() ?? '',
      ts.isPropertyAssignment(each) ? each.initializer.getText() : ''
    ])
  )
}

describe('the source keeps to what docs/security.md promises', () => {
  const windows = all.flatMap(({ node }) =>
    ts.isNewExpression(node) && node.expression.getText() === 'BrowserWindow' ? [preferencesOf(node)] : []
  )

  it('makes every window in the sandbox, isolated, without Node and webviews', () => {
    expect(windows.length).toBeGreaterThan(1)
    for (const preferences of windows) {
      expect(preferences).toMatchObject({
        sandbox: 'true',
        contextIsolation: 'true',
        nodeIntegration: 'false',
        webviewTag: 'false'
      })
    }
  })

  it.each([
    // Chromium's protections, switched off.
    ['allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures'],
    ['nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'disableBlinkFeatures'],
    ['setCertificateVerifyProc', 'allowpopups'],
    // What opens something outside of Loa, or shows something that is not Loa's.
    ['openExternal', 'BrowserView', 'WebContentsView', 'loadFile', 'insertCSS', 'executeJavaScript'],
    // Text that would be read as markup or code.
    ['dangerouslySetInnerHTML', 'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc']
  ])('never uses %s and its like', (...names) => {
    const found = all.flatMap(({ file, node }) => {
      const isUsed =
        (ts.isIdentifier(node) || ts.isStringLiteral(node)) &&
        names.includes(node.text) &&
        !ts.isTypeReferenceNode(node.parent)
      return isUsed ? `${file}: ${node.parent.getText().slice(0, 80)}` : []
    })
    expect(found).toEqual([])
  })

  it('makes no code out of text', () => {
    const found = all.flatMap(({ file, node }) =>
      (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
      ['eval', 'Function'].includes(node.expression.getText())
        ? `${file}: ${node.getText()}`
        : []
    )
    expect(found).toEqual([])
  })

  it('switches webSecurity off nowhere, and no switch of Chromium either', () => {
    const found = all.flatMap(({ file, node }) => {
      const isOff =
        ts.isPropertyAssignment(node) &&
        node.name.getText() === 'webSecurity' &&
        node.initializer.kind !== ts.SyntaxKind.TrueKeyword
      const isSwitch =
        ts.isStringLiteral(node) &&
        /no-sandbox|disable-web-security|ignore-certificate-errors|certificate-error|remote-debugging/.test(
          node.text
        )
      return isOff || isSwitch ? `${file}: ${node.getText()}` : []
    })
    // The entry for the log-in repeats the switch that Loa was started with, and adds none.
    expect(found).toEqual([`${join('main', 'login', 'start-command.ts')}: 'no-sandbox'`])
  })

  it('hands the page nothing of Electron but functions with names of their own', () => {
    const preload = files.find(({ name }) => name === join('preload', 'index.ts'))
    const exposed = all.filter(
      ({ node }) => ts.isCallExpression(node) && node.expression.getText().endsWith('exposeInMainWorld')
    )
    expect(exposed.map(({ file }) => file)).toEqual([preload?.name])
    // Every use of ipcRenderer is a call that names its channel by the contract.
    const uses = all.flatMap(({ file, node }) =>
      ts.isIdentifier(node) && node.text === 'ipcRenderer' && !ts.isImportSpecifier(node.parent)
        ? [`${file}: ${node.parent.getText()}`]
        : []
    )
    expect([...new Set(uses)].sort()).toEqual(
      ['invoke', 'off', 'on'].map((name) => `${join('preload', 'index.ts')}: ipcRenderer.${name}`)
    )
  })

  it('has one content policy: the page and the header say the same', () => {
    const page = readFileSync(join(SOURCE, 'renderer', 'index.html'), 'utf8')
    const inPage = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1]
    expect(inPage).toBe(CONTENT_POLICY)
    expect(CONTENT_POLICY).not.toMatch(/unsafe-eval|https?:|script-src[^;]*(unsafe|data:|\*)/)
  })
})
