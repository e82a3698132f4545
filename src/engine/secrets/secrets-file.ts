import { join } from 'node:path'
import { z } from 'zod'
import { storedSecretSchema } from '../../shared/domain/secret'
import { Collection } from '../store/collection'

/** Whatever copies the data folder leaves out the files whose names begin like this. */
export const SECRETS_FILE = 'secrets.json'

const secretsFile = z.object({ secrets: z.array(storedSecretSchema) })

export type SecretsFile = z.infer<typeof secretsFile>

/**
 * The file of the secrets: nobody but its owner reads it, and no version before stays beside it, because a secret that was
 * removed is to be gone. No part of the data folder's other files: it is in no backup.
 */
export async function openSecretsFile(folder: string): Promise<Collection<SecretsFile>> {
  const file = new Collection<SecretsFile>(
    join(folder, SECRETS_FILE),
    { schemaVersion: 1, migrations: [], schema: secretsFile, isPrivate: true },
    { secrets: [] }
  )
  await file.load()
  return file
}
