import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const EVERY = 20
const MEMORY_EVERY = 10
const TICKS = 100 // per second, on every Linux

/** Runs a program and gives the CPU seconds of it and all its descendants, and the most memory that all of them had at one time. Browsers leave their parents, so /proc is asked. */
export function measureTree([program, ...args], options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const known = new Map([[child.pid, 0]])
    let memory = 0
    let turn = 0
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data))
    const look = () => {
      const seen = readProcesses()
      for (const { pid, parent, cpu } of seen) if (known.has(pid) || known.has(parent)) known.set(pid, cpu)
      if (turn++ % MEMORY_EVERY === 0) memory = Math.max(memory, sharesOf(seen.filter(({ pid }) => known.has(pid))))
    }
    const timer = setInterval(look, EVERY)
    child.on('error', reject)
    child.on('close', (status) => {
      clearInterval(timer)
      const cpu = [...known.values()].reduce((sum, ticks) => sum + ticks, 0) / TICKS
      if (status === 0) resolve({ cpu, memory })
      else reject(new Error(`${program} ${args.join(' ')} ended with ${status}\n${said.slice(-2000)}`))
    })
  })
}

function readProcesses() {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      return [{ pid: Number(name), parent: Number(fields[1]), cpu: Number(fields[11]) + Number(fields[12]) }]
    } catch {
      return []
    }
  })
}

// In MB; what several share counts once.
function sharesOf(processes) {
  return processes.reduce((sum, { pid }) => {
    try {
      return sum + Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
    } catch {
      return sum
    }
  }, 0)
}
