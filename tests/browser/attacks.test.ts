import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readClientBundle } from '../../src/node/package/client-bundle.ts'
import { clientFolder } from '../support/client-folder.ts'
import { ownAttacks } from '../support/own-attacks.ts'
import { type Attack, readAttacks } from '../support/read-attacks.ts'
import { startCanaryHost } from './attacks/canary-host.ts'
import { composeBare } from './attacks/compose-bare.ts'
import { composeTogether } from './attacks/compose-together.ts'
import { findCulprits, inTurn, type Try } from './attacks/find-culprits.ts'
import { hasFrontMatter, notSeenInPages, seenWithoutDefence, triedWhereBuilt } from './attacks/kinds.ts'
import { type ServedPages, servePages, withoutPolicy } from './attacks/serve-pages.ts'
import { openWatcher, type Outcome, type Watcher } from './attacks/watch-attacks.ts'
import { writeDecks } from './attacks/write-decks.ts'
import { serveBuilt, type ServedSite } from './serve-site.ts'

const FOLDER = process.env['HEDGEROW_PAYLOADS']
const END = '# The end of the attacks'
// Far more than a deck takes to start on a slow machine.
const LONG = 20_000

const client = readClientBundle(clientFolder)
if (!client) throw new Error('run npm run compile first')
const guarded = (texts: readonly string[]) => composeTogether([...texts, END], { client })
const bare = (texts: readonly string[]) => composeBare([...texts, END], client)

let site: ServedPages
let watchers: Watcher[]
let usual: ReadonlySet<string>

beforeAll(async () => {
  site = await servePages()
  // Two, since a page is waited for as long as it is worked on.
  watchers = await Promise.all([1, 2].map(() => openWatcher(site.host)))
  const harmless = await Promise.all(watchers.map((watcher) => watcher.look(site.put(guarded(['# One', '# Two'])), LONG)))
  expect(harmless[0]).toMatchObject({ isReady: true, isWhole: true, scripts: [], contacts: [], stopped: [], lost: [] })
  usual = new Set(harmless.flatMap(({ surroundings }) => surroundings))
})

afterAll(async () => {
  await Promise.all(watchers.map((watcher) => watcher.close()))
  await site.close()
})

const strange = ({ surroundings }: Outcome) => surroundings.filter((line) => !usual.has(line))

/** What no page may do, whoever is trusted. */
function worstOf(outcome: Outcome): string[] {
  const { scripts, lost, isReady } = outcome
  return [...scripts, ...lost, ...strange(outcome), ...(isReady ? [] : ['the deck did not start'])]
}

/** Everything that a page must not do. What the policy had to stop is among it: there must be nothing left for it. */
function faultsOf(outcome: Outcome): string[] {
  return [...worstOf(outcome), ...outcome.contacts, ...outcome.stopped]
}

function withEnd(faults: (outcome: Outcome) => readonly string[]): (outcome: Outcome) => readonly string[] {
  return (outcome) => [...faults(outcome), ...(outcome.isWhole ? [] : ['the last slide is gone'])]
}

function tryOn(pageOf: (texts: readonly string[]) => string, patience: number, faults: (outcome: Outcome) => readonly string[]): Try {
  return async (attacks, watcher) => {
    const outcome = await watcher.look(site.put(pageOf(attacks.map(({ markdown }) => markdown))), patience)
    return { faults: faults(outcome), isWhole: outcome.isReady && outcome.isWhole }
  }
}

/** At most eight, from all over the list. */
function someOf(attacks: readonly Attack[], kind: string): Attack[] {
  const all = attacks.filter((attack) => attack.kind === kind)
  return all.filter((_, index) => index % Math.ceil(all.length / 8) === 0)
}

describe.each([
  ['of our own', ownAttacks],
  // No port that anything answers at.
  ['of the folder', readAttacks(FOLDER, 4999).filter(({ kind }) => kind !== 'dos')],
])('attacks %s', (_, attacks) => {
  describe.skipIf(attacks.length === 0)('in a page', () => {
    test('do nothing, by the sanitiser alone', async () => {
      const pageOf = (texts: readonly string[]) => withoutPolicy(guarded(texts))
      expect(await findCulprits(attacks, watchers, tryOn(pageOf, LONG, withEnd(faultsOf)))).toEqual([])
    })

    test('leave the policy nothing to stop, and their decks start', async () => {
      expect(await findCulprits(attacks, watchers, tryOn(guarded, LONG, withEnd(faultsOf)))).toEqual([])
    })

    test('run no script and change nothing of the page where the owner of the site trusts their decks', async () => {
      const pageOf = (texts: readonly string[]) => withoutPolicy(composeTogether([...texts, END], { client, isTrusted: true }))
      expect(await findCulprits(attacks, watchers, tryOn(pageOf, LONG, withEnd(worstOf)))).toEqual([])
    })

    test('run no script, by the policy alone', async () => {
      const bodies = attacks.filter((attack) => !hasFrontMatter(attack))
      expect(
        await findCulprits(
          bodies,
          watchers,
          tryOn(bare, 600, ({ scripts }) => scripts),
        ),
      ).toEqual([])
    })

    test('are of kinds of which it is known whether a page shows them', () => {
      const known = new Set([...Object.keys(seenWithoutDefence), ...Object.keys(notSeenInPages)])
      expect(attacks.filter(({ kind }) => !known.has(kind)).map(({ id }) => id)).toEqual([])
    })

    const kinds = Object.entries(seenWithoutDefence).filter(([kind]) => attacks.some((attack) => attack.kind === kind))
    test.each(kinds)('of the kind %s are seen where nothing defends the page', async (kind, harmOf) => {
      const some = someOf(attacks, kind)
      const harm = await inTurn(some, watchers, async ({ markdown }, watcher) => {
        const outcome = await watcher.look(site.put(withoutPolicy(bare([markdown]))), 1000)
        return harmOf(outcome, strange(outcome))
      })
      // Some are written for browsers of other days.
      expect(harm.filter((faults) => faults.length > 0).length).toBeGreaterThanOrEqual(some.length / 4)
    })
  })
})

describe.skipIf(readAttacks(FOLDER, 0).length === 0)('attacks with files, diagrams, or much of something, that are built', () => {
  const [INSIDE, OUTSIDE] = ['This stands beside the decks, and is no picture', 'This stands outside']
  let holder: string
  let built: ServedSite & { readonly folder: string }
  let asked: readonly string[]
  let files: readonly string[]

  beforeAll(async () => {
    holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-attacks-'))
    const root = path.join(holder, 'decks')
    mkdirSync(root)
    writeFileSync(path.join(holder, 'SECRET.txt'), OUTSIDE)
    writeFileSync(path.join(root, 'SECRET.txt'), INSIDE)
    const canary = await startCanaryHost()
    const attacks = readAttacks(FOLDER, canary.port).filter(({ kind }) => triedWhereBuilt.has(kind))
    writeDecks(root, attacks)
    built = await serveBuilt(root)
    asked = canary.take()
    await canary.close()
    const entries = readdirSync(built.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    files = entries.map(({ parentPath, name }) => path.relative(built.folder, path.join(parentPath, name)).replaceAll(path.sep, '/'))
    const pages = files.filter((file) => file.endsWith('/deck.html'))
    // But for those that are too large.
    expect(pages.length).toBeGreaterThan(attacks.length - 5)
  })

  afterAll(async () => {
    await built.close()
    rmSync(holder, { recursive: true })
  })

  const holding = (...texts: readonly string[]) =>
    files.filter((file) => texts.some((text) => readFileSync(path.join(built.folder, file)).includes(text)))

  test('ask for nothing', () => {
    expect(asked).toEqual([])
  })

  test('publish nothing from outside', () => {
    expect(holding(OUTSIDE, 'root:x:0:0')).toEqual([])
  })

  // A link with the name of a picture publishes any file of the root that is not hidden.
  test('publish nothing but pictures, media and PDF', () => {
    expect(holding(INSIDE)).toEqual([])
  })

  test('make pages that open, and drawings that do nothing, even by themselves', async () => {
    const lookers = await Promise.all([1, 2].map(() => openWatcher(new URL(built.url).host)))
    const faults = await inTurn(
      files.filter((file) => /\/deck\.html$|\.svg$/.test(file)),
      lookers,
      async (file, watcher) => {
        const isDeck = file.endsWith('.html')
        const outcome = await watcher.look(built.url + file, isDeck ? LONG : 0)
        const { scripts, contacts, stopped, lost } = outcome
        return (isDeck ? faultsOf(outcome) : [...scripts, ...contacts, ...stopped, ...lost]).map((fault) => `${file}: ${fault}`)
      },
    )
    await Promise.all(lookers.map((watcher) => watcher.close()))
    expect(faults.flat()).toEqual([])
  })
})
