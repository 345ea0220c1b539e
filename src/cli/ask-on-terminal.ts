import { createInterface } from 'node:readline'

/** Asks a question that is answered with yes or no, and returns whether the answer is yes. */
export type Ask = (question: string) => Promise<boolean>

/** Asks on the terminal; `undefined` where the command does not run on one. An empty answer means yes, the end of the input no. */
export function askOnTerminal(): Ask | undefined {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY) return undefined
  return (question) =>
    new Promise((resolve) => {
      const lines = createInterface({ input: stdin, output: stderr })
      lines.once('close', () => resolve(false))
      lines.question(`${question} [Y/n] `, (answer) => {
        resolve(isYes(answer))
        lines.close()
      })
    })
}

/** Whether an answer means yes, in the languages of the interface; an empty one does. */
export function isYes(answer: string): boolean {
  return /^(?:y|yes|j|ja|o|oui)?$/i.test(answer.trim())
}
