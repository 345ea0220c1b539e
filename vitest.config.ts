import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// After `npm ci` Vitest knows no durations and starts with the largest files, so the slowest, which are small, would start last and leave the
// other cores idle.
const SLOWEST = ['failing-disk', 'killed-builds', 'cli'].map((name) => `/tests/${name}.test.ts`)

// Vitest asks for a class.
class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = SLOWEST.findIndex((file) => moduleId.endsWith(file))
      return at < 0 ? SLOWEST.length : at
    }
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}

// They replace modules (`vi.mock`), so those must not be the ones of other tests.
const REPLACING = ['tests/core/outputs/deck-outputs.test.ts', 'tests/node/site/make-cards.test.ts']

export default defineConfig({
  test: {
    // All cores: by default one is kept free, which is half of a machine with two.
    maxWorkers: '100%',
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', ...REPLACING],
          // Loading the modules again for each file took half of the time of most.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      { test: { name: 'unit-isolated', include: REPLACING, testTimeout: 30_000 } },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // A file waits about as long as it computes. More on more cores would need more patience of each test.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A second, as it is without, is little for a machine that is busy.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
})
