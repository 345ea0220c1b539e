interface Runs {
  readonly seed: number
  readonly numRuns: number
}

/** The same inputs at every run, so that no test fails by chance; HEDGEROW_SEED looks at others. */
export function propertyRuns(numRuns: number): Runs {
  return { seed: Number(process.env['HEDGEROW_SEED'] ?? 1), numRuns }
}
