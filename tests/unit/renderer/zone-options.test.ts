import { describe, expect, it } from 'vitest'
import { matchesZone, zoneGroups } from '../../../src/renderer/ui/zone-options'
import { sameOffset, zoneCity, zoneOffset } from '../../../src/shared/text/zone-clock'
import { zoneName } from '../../../src/shared/text/zone-name'

const NOW = new Date('2026-07-01T00:00:00Z')

describe('the zones to choose from', () => {
  const { suggested, others } = zoneGroups('Asia/Ho_Chi_Minh', 'Asia/Saigon', NOW)

  it('have Vietnam first, under the name that people use, and UTC', () => {
    expect(suggested.map(({ label }) => label)).toEqual(['Asia/Ho_Chi_Minh (UTC+07:00)', 'UTC (UTC)'])
  })

  it('have no zone twice and no old name of Vietnam', () => {
    const all = [...suggested, ...others].map(({ value }) => value)
    expect(new Set(all).size).toBe(all.length)
    expect(all).not.toContain('Asia/Saigon')
    expect(all).toContain('Europe/London')
  })

  it('always have the one of the campaign', () => {
    expect(zoneGroups('US/Pacific', 'UTC', NOW).suggested[0]?.value).toBe('US/Pacific')
  })

  it.each(['ho chi minh', 'Hà Nội', 'viet nam', '+07', 'asia/ho'])('finds Vietnam by %s', (query) => {
    expect(suggested.find((zone) => matchesZone(zone, query))?.value).toBe('Asia/Ho_Chi_Minh')
  })
})

describe('zones', () => {
  it('know their offset at an instant, and take an unknown zone for UTC', () => {
    expect(zoneOffset('Europe/London', NOW)).toBe('+01:00')
    expect(zoneOffset('Europe/London', new Date('2026-12-01T00:00:00Z'))).toBe('+00:00')
    expect(zoneOffset('Mars/Olympus', NOW)).toBe('+00:00')
    expect(sameOffset(NOW, 'Asia/Ho_Chi_Minh', 'Asia/Bangkok')).toBe(true)
  })

  it('have readable names', () => {
    expect(zoneName('Asia/Saigon')).toBe('Asia/Ho_Chi_Minh')
    expect(zoneCity('Asia/Saigon')).toBe('Ho Chi Minh')
    expect(zoneCity('UTC')).toBe('UTC')
  })
})
