import { expect, test } from 'vitest'
import { isLoopback } from '../../src/dev/guard-requests.ts'

test.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('%s is this machine', (address) => {
  expect(isLoopback(address)).toBe(true)
})

test.each(['192.0.2.2', '::ffff:192.0.2.2', '', '127.0.0.1.evil.example', 'fe80::1', '::', '0.0.0.0', '1127.0.0.1'])(
  '%j is not',
  (address) => {
    expect(isLoopback(address)).toBe(false)
  },
)
