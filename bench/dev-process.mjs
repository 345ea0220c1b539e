import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const PATIENCE = 120_000
const ESCAPES = /\u001b\[[\d;]*m/g // eslint-disable-line no-control-regex

/** Starts a server of decks. Resolves when it has said its address and answers there; `close` ends it with all that it has started. */
export async function startDevProcess(command, cwd) {
  const port = await freePort()
  const [program, ...args] = command(String(port))
  const started = performance.now()
  const child = spawn(program, args, { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const close = async () => {
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
    await ended
  }
  let said = ''
  const origin = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${program} does not say its address\n${said}`)), PATIENCE)
    const hear = (data) => {
      said += String(data).replace(ESCAPES, '')
      const [address] = new RegExp(`http://[\\w.]+:${port}`).exec(said) ?? []
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (status) => reject(new Error(`${program} ended with ${status}\n${said}`)))
  }).catch(async (cause) => {
    await close()
    throw cause
  })
  // Some say it before they listen.
  while (!(await answers(new URL(origin).hostname, port))) await wait(5)
  return { origin, started, close, memory: () => residentMemory(child.pid) }
}

function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

function freePort() {
  const server = createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

// In MB, of a process group: all that a server has started, which does not leave it.
function residentMemory(group) {
  let kilobytes = 0
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const [, , processGroup] = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      if (Number(processGroup) === group)
        kilobytes += Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1] ?? 0)
    } catch {
      // It has ended.
    }
  }
  return kilobytes / 1024
}
