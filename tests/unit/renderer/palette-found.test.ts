import { describe, expect, it } from 'vitest'
import { firstFound } from '../../../src/renderer/shell/palette/first-found'

const find = (names: readonly string[], query: string, most = 6) =>
  firstFound(names, query, (name) => name, most)

describe('firstFound', () => {
  it('finds names without accents, whatever the case and the order of the words', () => {
    const names = ['Nhắc học phí tháng 9', 'Chào buổi sáng', 'HỌC PHÍ', 'Đóng tiền']
    expect(find(names, 'hoc phi').first).toEqual(['Nhắc học phí tháng 9', 'HỌC PHÍ'])
    expect(find(names, 'phi nhac').first).toEqual(['Nhắc học phí tháng 9'])
    expect(find(names, 'dong').first).toEqual(['Đóng tiền'])
    expect(find(names, 'học phí').first).toHaveLength(2)
  })

  it('gives the first ones in their order, and says how many there are', () => {
    const names = Array.from({ length: 300 }, (_, index) => `Reminder ${index}`)
    expect(find(names, 'reminder', 3)).toEqual({ first: names.slice(0, 3), total: 300 })
    expect(find(names, 'reminder 299', 3)).toEqual({ first: ['Reminder 299'], total: 1 })
  })

  it('finds nothing before anything is typed', () => {
    expect(find(['A'], '')).toEqual({ first: [], total: 0 })
    expect(find(['A'], '  ')).toEqual({ first: [], total: 0 })
  })
})
