/** How a page makes what its policy of Trusted Types asks for. */
export interface TrustedRules {
  readonly createScriptURL: (src: string) => string
  readonly createHTML?: (text: string) => string
}

declare global {
  interface Window {
    /** Not in all browsers, and not yet in the types of TypeScript. */
    readonly trustedTypes?: { createPolicy<Rules extends TrustedRules>(name: string, rules: Rules): Rules }
  }
}

/** Rules as a policy, where the browser has such. */
export function trustedBy<Rules extends TrustedRules>(name: string, rules: Rules): Rules {
  return window.trustedTypes?.createPolicy(name, rules) ?? rules
}
