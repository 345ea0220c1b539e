/** Runs the tasks in turn, each round beginning with another, so that what else the machine does falls on all alike. */
export async function inTurn(tasks, rounds, onRound = () => {}) {
  const names = Object.keys(tasks)
  const results = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    onRound(round + 1)
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length]
      results[name].push(await tasks[name]())
    }
  }
  return results
}
