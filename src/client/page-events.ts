import type { RevealApi, RevealConfig } from 'reveal.js'
import type { actionAt, ActionAt, keyOf } from './keys.ts'
import type { UiLanguage } from './ui-language.ts'

// What the scripts of one page share. The page and its scripts also share attributes: `data-options` and `data-mermaid` of the deck, written by
// the build; `data-scheme` of the root, set by loader.js and by dark mode; `data-version` of the root, written by the development server.

interface PageEvents {
  /** Before reveal.js starts; the function prepares slides that are added later. */
  readonly 'hedgerow:start': (root: HTMLElement) => void
  /** After reveal.js has started. */
  readonly 'hedgerow:present': Presented
  /** After the room for the slides has changed, but not the window. */
  readonly 'hedgerow:resized': null
  /** After the development server has updated slides. */
  readonly 'hedgerow:changed': null
}

/** What the script of the development server needs to replace slides once reveal.js has started. */
export interface Presented {
  readonly deck: RevealApi
  /** Makes slides usable with screen readers after reveal.js has changed them. */
  readonly describe: () => void
  /** The options that the page has now. */
  readonly options: () => RevealConfig
}

declare global {
  interface Window {
    /** Set by the script of the presenter tools, for the script of the deck. */
    hedgerowStage?: OpenStage
    /** Set by the same script. */
    hedgerowOverview?: OpenOverview
    hedgerowFlip?: (context: OverviewContext, overview: () => void) => void
    /** Set by the print script, for the PDF export. */
    hedgerowPrint?: (printing: Printing) => Promise<readonly Bookmark[]>
  }
}

export type OpenStage = (context: StageContext) => (action: StageAction) => void

export type OpenOverview = (context: OverviewContext) => void

/** What the overview gets from the deck's page, which may show its slides one below the other. */
export interface OverviewContext {
  readonly reveal: HTMLElement
  readonly language: UiLanguage
  readonly announce: (text: string) => void
  readonly current: () => HTMLElement
  readonly go: (slide: HTMLElement) => void
}

/** What the presenter tools get from the deck's page. */
export interface StageContext {
  readonly deck: RevealApi
  readonly language: UiLanguage
  readonly announce: (text: string) => void
  readonly overview: () => void
  /** The table of keys, which the page has loaded. */
  readonly actionAt: typeof actionAt
  readonly keyOf: typeof keyOf
  /** Address of the speaker view. */
  readonly speakerPage: string
}

export type StageAction =
  | ActionAt<'T'>
  | 'help'
  /** The page was part of a talk before it was reloaded. */
  | 'rejoin'
  /** The page is in a frame of the speaker view. */
  | 'frame'

/** What to print of the deck in this page. */
export interface Printing {
  /** Address of the published site, for links to its other pages. */
  readonly site?: string
  readonly steps: boolean
  readonly handout?: Handout
}

/** Slides and their notes on A4. */
export interface Handout {
  readonly perPage: 1 | 2 | 3
  readonly title: string
  /** Formatted for readers. */
  readonly date: string
}

export interface Bookmark {
  readonly title: string
  /** Whether it is nested in the bookmark of the first slide of its column. */
  readonly isBelow: boolean
  /** Its name in the PDF. */
  readonly destination: string
}

/** Sends an event to the other scripts of the page. */
export function sendPageEvent<K extends keyof PageEvents>(name: K, detail: PageEvents[K]): void {
  document.dispatchEvent(new CustomEvent(name, { detail }))
}

/** Calls `receive` with each event of a kind from the other scripts of the page, until the function that it returns is called. */
export function onPageEvent<K extends keyof PageEvents>(name: K, receive: (detail: PageEvents[K]) => void): () => void {
  // Only `sendPageEvent` sends events of these names.
  const listen = (event: Event) => receive((event as CustomEvent<PageEvents[K]>).detail)
  document.addEventListener(name, listen)
  return () => document.removeEventListener(name, listen)
}

/** The options of a deck, which the build has checked and written into the page. */
export function readOptions(deck: HTMLElement | null): RevealConfig {
  return JSON.parse(deck?.dataset['options'] ?? '{}') as RevealConfig
}
