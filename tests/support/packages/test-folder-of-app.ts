import { findElectron } from '../../../scripts/electron/electron-runtime.mjs'
import { makeLinuxFolder } from '../../../scripts/packaging/app-folder.mjs'
import { sourceState } from '../../../scripts/packaging/build-identity.mjs'

interface TestFolderNeeds {
  readonly output: string
  /** Instead of package.json's. */
  readonly version?: string
  readonly updates?: { readonly feed: string; readonly publicKey: string }
}

/** The app as a folder, exactly as `npm run dist -- --test-build` makes it. It must have been built. */
export async function makeTestFolderOfApp({ output, version, updates }: TestFolderNeeds): Promise<string> {
  const electron = findElectron()
  if (electron === null) throw new Error('There is no Electron: run `npm run setup` first')
  const source = await sourceState()
  return makeLinuxFolder({
    output,
    electron,
    identity: { kind: 'test', ...source },
    updates: updates ?? null,
    ...(version === undefined ? {} : { version })
  })
}
