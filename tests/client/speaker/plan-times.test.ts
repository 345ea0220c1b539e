import { describe, expect, test } from 'vitest'
import { paceOf, planTimes, writeTime } from '../../../src/client/speaker/plan-times.ts'

describe('the time planned for slides', () => {
  test('is nothing where an author plans none', () => {
    expect(planTimes([undefined, undefined], {})).toBeUndefined()
    // One slide alone is no plan.
    expect(planTimes([undefined, 90], {})).toBeUndefined()
  })

  test('is that of the deck, or that of the slide', () => {
    expect(planTimes([undefined, 90, undefined], { each: 60 })).toEqual([60, 90, 60])
    expect(planTimes([undefined, 90, 0], { each: 30 })).toEqual([30, 90, 0])
  })

  test('is a share of the whole, after slides with a time of their own', () => {
    expect(planTimes([undefined, 90, undefined], { all: 300, each: 60 })).toEqual([105, 90, 105])
    expect(planTimes([500, undefined], { all: 300 })).toEqual([500, 0])
    expect(planTimes([100, 200], { all: 600 })).toEqual([100, 200])
  })

  test('is never less than the least', () => {
    expect(planTimes([undefined, 10, undefined], { all: 60, least: 40 })).toEqual([40, 10, 40])
  })
})

describe('the pace of a talk', () => {
  const plan = [60, 60, 60]

  test('is right while the time of the slide runs', () => {
    for (const elapsed of [60, 90, 120]) expect(paceOf(plan, 1, elapsed)).toEqual({ lead: 0, planned: 120 })
  })

  test('is early before and late after', () => {
    expect(paceOf(plan, 1, 45).lead).toBe(15)
    expect(paceOf(plan, 1, 150).lead).toBe(-30)
  })
})

test('times are written as on a watch', () => {
  expect([0, 5.9, 65, 600, 3600, 3725].map(writeTime)).toEqual(['0:00', '0:05', '1:05', '10:00', '1:00:00', '1:02:05'])
})
