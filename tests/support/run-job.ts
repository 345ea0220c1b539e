import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Contexts, fillExpressions, isRunning } from './fill-expressions.ts'

export interface Step {
  readonly name?: string
  readonly id?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, unknown>>
  readonly 'working-directory'?: string
  readonly 'continue-on-error'?: boolean
}

export interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly if?: string
  readonly strategy?: { readonly matrix: Readonly<Record<string, string>> }
  readonly env?: Readonly<Record<string, string>>
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean }
  readonly environment?: unknown
  readonly outputs?: Readonly<Record<string, string>>
  readonly defaults?: { readonly run?: { readonly 'working-directory'?: string } }
  readonly steps: readonly Step[]
}

/** In place of an action: gets its inputs, returns its outputs, or throws. */
export type Action = (inputs: Readonly<Record<string, string>>) => Readonly<Record<string, string>>

export interface Machine {
  readonly contexts: Contexts
  /** Actions by name, without owner and version. */
  readonly actions: Readonly<Record<string, Action>>
  /** Variables of the runner. */
  readonly env: Readonly<Record<string, string>>
  readonly workspace: string
  /** Folder for the files through which steps tell the runner something. */
  readonly files: string
  /** Steps that are run in another way, by name. */
  readonly instead?: Readonly<Record<string, () => void>>
  /** Changes what a script says, for paths that are fixed in it. */
  readonly rewrite?: (script: string) => string
}

export interface Ran {
  readonly name: string
  readonly outcome: 'success' | 'failure' | 'skipped'
  readonly output: string
}

/** Runs the steps of a job in order, as a runner does: conditions, variables, outputs. */
export function runJob(job: Job, machine: Machine): { readonly steps: readonly Ran[]; readonly failed: boolean; readonly outputs: object } {
  const { contexts, files, rewrite = (script: string) => script } = machine
  const known: Record<string, { outputs: Readonly<Record<string, string>>; outcome: string }> = {}
  const steps: Ran[] = []
  let failed = false
  const variables = path.join(files, 'variables')
  mkdirSync(files, { recursive: true })
  writeFileSync(variables, '')
  for (const [index, step] of job.steps.entries()) {
    const here = { ...contexts, steps: known }
    const fill = (text: string) => fillExpressions(rewrite(text), here)
    const name = step.name ?? step.uses?.replace(/@.*/, '') ?? step.run ?? ''
    const result = isRunning(step.if, here, { failed }) ? perform(step, index, name, fill) : skipped
    if (step.id !== undefined) known[step.id] = { outputs: result.outputs, outcome: result.outcome }
    steps.push({ name, outcome: result.outcome, output: result.output })
    if (result.outcome === 'failure' && !step['continue-on-error']) failed = true
  }
  const ended = { ...contexts, steps: known }
  const outputs = Object.entries(job.outputs ?? {}).map(([name, text]) => [name, fillExpressions(text, ended)])
  return { steps, failed, outputs: Object.fromEntries(outputs) as object }

  function perform(step: Step, index: number, name: string, fill: (text: string) => string): Result {
    const instead = machine.instead?.[name]
    const fillAll = (texts: Readonly<Record<string, unknown>> = {}) =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, fill(String(text))]))
    try {
      if (instead) return { ...success, outputs: (instead(), {}) }
      if (step.uses !== undefined) {
        const action = machine.actions[step.uses.replace(/^.*\/|@.*$/g, '').replace(/@.*/, '')]
        if (action === undefined) throw new Error(`no ${step.uses}`)
        return { ...success, outputs: action(fillAll(step.with)) }
      }
    } catch (cause) {
      return { outcome: 'failure', output: String(cause), outputs: {} }
    }
    const output = path.join(files, `output-${index}`)
    writeFileSync(output, '')
    const env = {
      ...machine.env,
      ...fillAll(job.env),
      ...read(variables),
      ...fillAll(step.env),
      GITHUB_OUTPUT: output,
      GITHUB_ENV: variables,
    }
    const folder = step['working-directory'] ?? job.defaults?.run?.['working-directory'] ?? '.'
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', rewrite(step.run ?? '')], {
      cwd: path.join(machine.workspace, folder),
      env,
      encoding: 'utf8',
    })
    return { outcome: status === 0 ? 'success' : 'failure', output: `${stdout}${stderr}`, outputs: read(output) }
  }
}

interface Result {
  readonly outcome: Ran['outcome']
  readonly output: string
  readonly outputs: Readonly<Record<string, string>>
}

const success: Result = { outcome: 'success', output: '', outputs: {} }
const skipped: Result = { outcome: 'skipped', output: '', outputs: {} }

function read(file: string): Readonly<Record<string, string>> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return Object.fromEntries(lines.filter((line) => line.includes('=')).map((line) => [line.replace(/=.*/, ''), line.replace(/^.*?=/, '')]))
}
