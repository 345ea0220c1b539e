import { describe, expect, test } from 'vitest'
import { leadAudience } from '../../../src/client/speaker/lead-audience.ts'
import type { Message, Position } from '../../../src/client/stage/messages.ts'

const at = (h: number, v = 0, f: number | null = null): Position => ({ h, v, f })

function open() {
  const sent: Message[] = []
  const followed: Position[] = []
  let time = 0
  const lead = leadAudience({
    send: (message) => sent.push(message),
    follow: (position) => followed.push(position),
    onChange: () => undefined,
    clock: () => time,
  })
  const receive = (position: Position, turn: number) => lead.receive({ type: 'at', ...position, screen: 'slide', turn })
  return { lead, sent, followed, receive, pass: (milliseconds: number) => (time += milliseconds) }
}

describe('a speaker who leads', () => {
  test('asks where the audience is, and goes there', () => {
    const { lead, sent, followed, receive } = open()
    lead.beat()
    expect(sent).toEqual([{ type: 'hello' }])
    receive(at(3), 0)
    expect(followed).toEqual([at(3)])
    expect(lead.state().audience).toBe('here')
  })

  test('tells each move once, with a higher number', () => {
    const { lead, sent, receive } = open()
    receive(at(0), 4)
    lead.move(at(1))
    lead.move(at(1))
    expect(sent).toEqual([{ type: 'at', ...at(1), screen: 'slide', turn: 5 }])
  })

  test('follows a newer move of the audience, and no older one', () => {
    const { lead, sent, followed, receive } = open()
    receive(at(0), 0)
    lead.move(at(1))
    receive(at(2), 2)
    expect(followed).toEqual([at(2)])
    receive(at(9), 1)
    expect(followed).toEqual([at(2)])
    // A window that is behind gets the state again.
    expect(sent.at(-1)).toEqual({ type: 'at', ...at(2), screen: 'slide', turn: 2 })
  })

  test('is right when both move at once', () => {
    const { lead, followed, receive } = open()
    receive(at(0), 0)
    lead.move(at(5))
    receive(at(1), 1)
    expect(followed).toEqual([])
    expect(lead.position()).toEqual(at(5))
  })

  test('moves alone while the audience is frozen, and takes it along afterwards', () => {
    const { lead, sent, followed, receive } = open()
    receive(at(1), 3)
    lead.toggleFreeze()
    lead.move(at(4))
    receive(at(2), 4)
    expect(sent).toEqual([{ type: 'hold', on: true }])
    expect(followed).toEqual([at(1)])
    lead.beat()
    expect(sent.at(-1)).toMatchObject({ h: 2, turn: 4 })
    lead.toggleFreeze()
    expect(sent.at(-1)).toMatchObject({ h: 4, turn: 5 })
  })

  test('shows an empty screen without leaving the frozen slide', () => {
    const { lead, sent, receive } = open()
    receive(at(1), 0)
    lead.toggleFreeze()
    lead.move(at(4))
    lead.toggleScreen('black')
    expect(sent.at(-1)).toMatchObject({ h: 1, screen: 'black' })
    lead.toggleScreen('white')
    expect(lead.state().screen).toBe('white')
    lead.toggleScreen('white')
    expect(lead.state().screen).toBe('slide')
  })

  test('notices that the window of the audience is closed, but not that it loads again', () => {
    const { lead, receive, pass } = open()
    receive(at(0), 0)
    lead.receive({ type: 'bye' })
    pass(1000)
    lead.beat()
    expect(lead.state().audience).toBe('here')
    receive(at(0), 0)
    lead.receive({ type: 'bye' })
    pass(2000)
    lead.beat()
    expect(lead.state().audience).toBe('closed')
    lead.receive({ type: 'here', width: 1, height: 1 })
    expect(lead.state().audience).toBe('here')
    pass(4000)
    lead.beat()
    expect(lead.state().audience).toBe('closed')
  })
})
