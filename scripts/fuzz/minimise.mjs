const BUDGET = 60_000

/** The fewest and shortest decks that still fail in the same way, as far as the time goes. */
export async function minimise(runner, { failure, suspect, history }) {
  const until = Date.now() + BUDGET
  // What hangs is not waited for as long again.
  const limit = failure.kind === 'hang' ? 2000 : undefined
  const failsAlone = async (decks) => {
    const { failure: found } = await runner.run(decks, limit)
    return found?.kind === failure.kind && (failure.kind !== 'page' || found.detail.slice(0, 12) === failure.detail.slice(0, 12))
  }
  // In a process that has built nothing else.
  const failsAfresh = async (decks) => {
    await runner.restart()
    return failsAlone(decks)
  }
  if (suspect !== undefined && (await failsAfresh([suspect]))) {
    const lines = await reduce(suspect.split('\n'), (rest) => failsAlone([rest.join('\n')]), until)
    return [(await reduce([...lines.join('\n')], (rest) => failsAlone([rest.join('')]), until)).join('')]
  }
  if (!(await failsAfresh(history))) return history
  let decks = await reduce(history, failsAfresh, until)
  for (const index of decks.keys()) {
    const put = (text) => decks.toSpliced(index, 1, text)
    const text = await reduce([...decks[index]], (rest) => failsAfresh(put(rest.join(''))), until)
    decks = put(text.join(''))
  }
  return decks
}

// Leaves out ever smaller parts, as long as what is left still fails.
async function reduce(parts, fails, until) {
  let rest = parts
  for (let size = Math.ceil(rest.length / 2); size >= 1 && Date.now() < until; size = Math.floor(size / 2)) {
    for (let start = 0; start < rest.length && Date.now() < until;) {
      const without = rest.toSpliced(start, size)
      if (without.length > 0 && (await fails(without))) rest = without
      else start += size
    }
  }
  return rest
}
