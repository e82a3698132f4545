import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The files below a folder that hold a text, in the clear or as base64, by their paths in the folder. */
export async function filesWith(folder: string, text: string): Promise<string[]> {
  const forms = [text, Buffer.from(text).toString('base64').replace(/=+$/, '')]
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const content = await readFile(path, 'latin1').catch(() => '')
    if (forms.some((form) => content.includes(form))) found.push(path.slice(folder.length + 1))
  }
  return found
}
