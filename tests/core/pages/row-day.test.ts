import { expect, test } from 'vitest'
import { rowDay } from '../../../src/core/pages/row-day.ts'

test('the day is shown, and the whole date is read', () => {
  expect(rowDay('2024-08-01', 'fr')).toBe('<time datetime="2024-08-01"><b aria-hidden="true">1</b><i>1er août 2024</i></time>')
  expect(rowDay(undefined, 'en')).toBe('<b class="day">–</b>')
})
