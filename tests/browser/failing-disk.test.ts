import path from 'node:path'
import { describe, test } from 'vitest'
import { pdf } from '../../src/cli/commands/pdf.ts'
import { failEachCall, KINDS } from '../support/fail-each-call.ts'

// Printed once: what is the same each time comes from the cache.
describe('whatever call fails in pdf, each PDF is the old or the new one, and it is said', () => {
  test.each(KINDS)('%s', { timeout: 600_000 }, (kind) =>
    failEachCall(
      {
        isPerFile: true,
        run: (folder, terminal) => pdf(path.join(folder, 'talks'), { out: path.join(folder, 'pdf'), perPage: '2' }, terminal),
      },
      kind,
    ),
  )
})
