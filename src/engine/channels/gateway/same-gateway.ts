import type { FrozenGateway } from '../../ports'

/** Is it the same gateway? The practice gateway is at another port at every start and is always the same one. */
export const isSameGateway = (a: FrozenGateway, b: FrozenGateway): boolean =>
  a.id === b.id &&
  (a.id === 'practice' ||
    (a.base_url === b.base_url && a.ai_call_url === b.ai_call_url && a.user_id === b.user_id))
