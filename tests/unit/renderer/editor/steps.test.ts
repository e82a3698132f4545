import { describe, expect, it } from 'vitest'
import { newCampaignValues } from '../../../../src/renderer/features/campaigns/campaign-values'
import {
  audienceProblems,
  inOrder,
  scheduleProblems
} from '../../../../src/renderer/features/campaigns/editor/problems'
import {
  EDITOR_STEPS,
  firstStepOf,
  stepBeside,
  stepOf
} from '../../../../src/renderer/features/campaigns/editor/steps'

const values = newCampaignValues(new Date('2026-11-24T01:20:00.000Z'), 'UTC')

describe('the steps of the editor', () => {
  it('ask for every field of the form, each at one of them', () => {
    const steps = new Map(Object.keys(values).map((field) => [field, stepOf(field)]))
    expect(Object.fromEntries(steps)).toEqual({
      type: 'schedule',
      name: 'message',
      call_script: 'message',
      texts: 'message',
      placeholders: 'message',
      missing_values: 'message',
      contacts: 'audience',
      audience: 'audience',
      flow: 'channels',
      end: 'schedule',
      schedule_settings: 'schedule',
      policies: 'limits'
    })
  })

  it('know the step of a field below, and of an element of a list', () => {
    expect(stepOf('schedule_settings.exclude_dates.3')).toBe('schedule')
    expect(stepOf('policies.error_threshold.percent')).toBe('limits')
    expect(stepOf('texts.telegram')).toBe('message')
  })

  it('lead to the first of several wrong fields, in the order of the steps', () => {
    expect(firstStepOf(['policies.missed', 'flow', 'schedule_settings.interval'])).toBe('channels')
    expect(firstStepOf([])).toBeNull()
  })

  it('end at both ends', () => {
    expect(EDITOR_STEPS.map((step) => stepBeside(step, 1))).toEqual([...EDITOR_STEPS.slice(1), null])
    expect(EDITOR_STEPS.map((step) => stepBeside(step, -1))).toEqual([null, ...EDITOR_STEPS.slice(0, -1)])
  })
})

describe('what is missing', () => {
  const known = (contacts: number) => ({ contacts, isKnown: true })
  const paths = (problems: readonly { readonly path: string }[]) => problems.map(({ path }) => path)

  it('is said at the audience when nothing is picked, and when nobody is found', () => {
    expect(paths(audienceProblems(values, known(0), 'nobody'))).toEqual(['contacts'])
    const byTag = { ...values, audience: { ...values.audience, tags_in: ['vip'] } }
    expect(audienceProblems(byTag, known(0), 'nobody')).toEqual([
      { step: 'audience', path: 'contacts', text: 'nobody' }
    ])
    expect(audienceProblems(byTag, known(3), 'nobody')).toEqual([])
  })

  it('is not said before anybody was counted', () => {
    const byTag = { ...values, audience: { ...values.audience, tags_in: ['vip'] } }
    expect(audienceProblems(byTag, { contacts: 0, isKnown: false }, 'nobody')).toEqual([])
  })

  it('is a schedule without a slot ahead, or what the calendar says against it', () => {
    const preview = { errors: {}, problem: null, occurrences: null }
    expect(scheduleProblems(preview, 'daily')).toEqual([])
    expect(scheduleProblems({ ...preview, occurrences: [{}] }, 'daily')).toEqual([])
    expect(paths(scheduleProblems({ ...preview, occurrences: [] }, 'once'))).toEqual([
      'schedule_settings.start_time'
    ])
    const wrong = { ...preview, errors: { 'schedule_settings.end_time': 'too early' } }
    expect(scheduleProblems(wrong, 'daily')).toEqual([
      { step: 'schedule', path: 'schedule_settings.end_time', text: 'too early' }
    ])
  })

  it('is listed in the order of the steps, once a field', () => {
    const problem = (path: string, text = path) => ({ step: stepOf(path), path, text })
    const all = inOrder([
      problem('policies.missed'),
      problem('schedule_settings.start_time', 'first'),
      problem('name'),
      problem('schedule_settings.start_time', 'second')
    ])
    expect(all.map(({ path, text }) => `${path}: ${text}`)).toEqual([
      'name: name',
      'schedule_settings.start_time: first',
      'policies.missed: policies.missed'
    ])
  })
})
