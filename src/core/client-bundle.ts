/** The scripts and style sheets for the browser, bundled once for all decks. */
export interface ClientBundle {
  readonly script: ScriptFile
  /** The presenter tools, which the script loads when they are needed. */
  readonly stage: ScriptFile
  /** The page of the speaker view. */
  readonly speaker: { readonly script: ScriptFile; readonly style: StyleBundle }
  /** File with all these scripts, for single-file decks. */
  readonly single: string
  /** In every deck's page; loads the script. */
  readonly loader: InlineScript
  /** In the head of all other pages; applies the colour scheme that the reader has chosen, and changes it. */
  readonly scheme: InlineScript
  /** File with the licences of all packages. */
  readonly licences: string
  /** File of the script that lays decks out for PDFs; no page loads it. */
  readonly print: string
  /** The packages that are part of the bundle. */
  readonly packages: readonly { readonly name: string; readonly version: string; readonly licence: string }[]
  /** File of the script that the development server adds to every page. */
  readonly dev: string
  /** In development, the script in each page that updates it. */
  readonly reload?: InlineScript
  /** Style sheet and fonts of formulas. */
  readonly math: StyleBundle
  /** Style sheet of the index page and of the 404 page. */
  readonly site: StyleBundle
  /** Style sheet of the reading view. */
  readonly reading: StyleBundle
  /** The script in the index page that filters its decks, and loads the search. */
  readonly filter: InlineScript
  /** The search, which pages load when it is first used. */
  readonly search: ScriptFile
  /** Style sheet of what it finds. */
  readonly hits: StyleBundle
  /** Style sheet of the pages of topics, besides that of the site's own pages. */
  readonly topics: StyleBundle
  /** File of the icon of pages whose site has no other. */
  readonly icon: string
  /** By name: the themes of reveal.js and the folders of `themes/`, each with everything that a deck's page needs. */
  readonly themes: Readonly<Record<string, StyleBundle>>
  /** The folders of `themes/` again, to be applied on top of any theme. */
  readonly brands: Readonly<Record<string, StyleBundle>>
  /** The same folders for pages without slides: tokens and fonts. */
  readonly pages: Readonly<Record<string, StyleBundle>>
  /** By reveal.js's themes: what HedgeDoc applies on top of each. */
  readonly looks: Readonly<Record<string, StyleBundle>>
  /** Fonts that a deck may name, by family in lower case with hyphens. */
  readonly fonts: Readonly<Record<string, StyleBundle>>
}

/** A script in the client folder, and its digest. */
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
  /** The fonts and images that the style sheet refers to. */
  readonly files: readonly string[]
  /** File of the icon of a brand, if it has one. */
  readonly icon?: string | undefined
  /** The size for which a brand composes slides, if it does. */
  readonly canvas?: Canvas | undefined
}

/** The size of slides in pixels. */
export interface Canvas {
  readonly width: number
  readonly height: number
}
