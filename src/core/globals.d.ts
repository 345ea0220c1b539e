// The one global of the web platform that core uses: it reads addresses as browsers do, and nothing else.
declare global {
  class URL {
    constructor(address: string, base?: string | URL)
    readonly href: string
    readonly origin: string
    readonly protocol: string
    readonly host: string
    readonly pathname: string
  }
}

export {}
