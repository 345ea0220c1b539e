/** What the browser runs and the themes, bundled once for all decks. */
export interface ClientBundle {
  readonly script: ScriptFile
  /** Tools on stage, which the script loads when they are wanted. */
  readonly stage: ScriptFile
  /** The page of the speaker view. */
  readonly speaker: { readonly script: ScriptFile; readonly style: StyleBundle }
  /** File with all these scripts, for decks that are single files. */
  readonly single: string
  /** Stands in every deck's page and loads the script. */
  readonly loader: InlineScript
  /** File with the licences of all this. */
  readonly licences: string
  /** File of the script that lays decks out for PDFs; no page loads it. */
  readonly print: string
  /** The packages of which something is in it. */
  readonly packages: readonly { readonly name: string; readonly version: string; readonly licence: string }[]
  /** File of the script that development puts into every page. */
  readonly dev: string
  /** In development, the script in each page that keeps it up to date. */
  readonly reload?: InlineScript
  /** Style sheet and fonts of formulas. */
  readonly math: StyleBundle
  /** Style sheet of the index page and of the page for wrong addresses. */
  readonly site: StyleBundle
  /** Style sheet of the page that shows a deck as a document. */
  readonly reading: StyleBundle
  /** Style sheet of the thumbnails in the index page. */
  readonly thumbnail: StyleBundle
  /** The script in the index page that filters its decks. */
  readonly filter: InlineScript
  /** By name: reveal.js's themes and the folders of `themes/`, each with all that a deck's page needs. */
  readonly themes: Readonly<Record<string, StyleBundle>>
  /** The folders of `themes/` once more, to be applied on top of any theme. */
  readonly brands: Readonly<Record<string, StyleBundle>>
}

/** A script that is a file of the client folder, and its digest. */
export interface ScriptFile {
  readonly file: string
  readonly integrity: string
}

/** A script in the page, and its source expression for the content security policy. */
export interface InlineScript {
  readonly text: string
  readonly hash: string
}

export interface StyleBundle {
  readonly file: string
  /** The part of the style sheet that the first paint needs; it is in the page. */
  readonly critical: string
  /** Custom properties of a brand for pages that are not decks, as declarations. */
  readonly tokens: string
  /** The fonts and pictures that the style sheet names. */
  readonly files: readonly string[]
}
