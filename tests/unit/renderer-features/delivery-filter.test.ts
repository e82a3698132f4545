import { describe, expect, it } from 'vitest'
import { everyDelivery, filterDeliveries } from '../../../src/renderer/features/runs/delivery-filter'
import type { DeliveryView } from '../../../src/shared/domain/delivery'

const delivery = (id: string, fields: Partial<DeliveryView>): DeliveryView => ({
  id,
  contact_id: id,
  contact_name: 'Nguyễn An',
  channel: 'whatsapp',
  address: '+84 33 917 0155',
  state: 'sent',
  ...fields
})

const deliveries = [
  delivery('a', {}),
  delivery('b', { channel: 'telegram', address: 'dat.dang', contact_name: 'Đặng Đạt', state: 'failed' }),
  delivery('c', { channel: 'ai_call', state: 'unknown', address: '0912 345 678' })
]

const ids = (filter: Partial<typeof everyDelivery>) =>
  filterDeliveries(deliveries, { ...everyDelivery, ...filter }).map(({ id }) => id)

describe('filterDeliveries', () => {
  it('gives back the same list when nothing is filtered, so nothing is drawn anew', () => {
    expect(filterDeliveries(deliveries, everyDelivery)).toBe(deliveries)
  })

  it('filters by state, channel and text at once', () => {
    expect(ids({ state: 'failed' })).toEqual(['b'])
    expect(ids({ channel: 'ai_call' })).toEqual(['c'])
    expect(ids({ query: 'dang' })).toEqual(['b'])
    expect(ids({ query: 'nguyen', state: 'unknown' })).toEqual(['c'])
    expect(ids({ query: 'nguyen', state: 'failed' })).toEqual([])
  })

  it('finds numbers in any spacing', () => {
    expect(ids({ query: '0339170155' })).toEqual(['a'])
    expect(ids({ query: '912345' })).toEqual(['c'])
  })
})
