import type { Engine } from '../../engine/engine'
import { ok } from '../../shared/result'
import type { Handlers } from './answer-calls'

type SecretCall = 'getSecrets' | 'setSecret' | 'removeSecret' | 'unlockKeychain'

/** Keys and headers of the gateways: they come in, and no call gives them out again. */
export function secretHandlers({ secrets }: Engine): Pick<Handlers, SecretCall> {
  return {
    getSecrets: async () => {
      await secrets.look()
      return ok(secrets.view())
    },
    setSecret: (draft) => secrets.set(draft),
    removeSecret: (ref) => secrets.remove(ref),
    unlockKeychain: async () => {
      await secrets.unlock()
      return ok(secrets.view())
    }
  }
}
