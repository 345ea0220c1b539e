import { expectTypeOf, test } from 'vitest'
import type { Position, State } from '../../../src/client/dev/server-api.ts'
import type { DevMessages } from '../../../src/dev/dev-messages.ts'
import type { Position as ServerPosition } from '../../../src/dev/answer-requests.ts'

// Checked by the compiler: the browser's code may not import that of the server.
test('what the development server sends is what its pages read', () => {
  expectTypeOf<DevMessages>().toExtend<Pick<State, keyof DevMessages>>()
  expectTypeOf<ServerPosition>().toEqualTypeOf<Position>()
})
