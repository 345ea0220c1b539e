/** What is known of an address. */
export type LinkState =
  | { readonly kind: 'alive' }
  /** It leads somewhere else for good. */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'dead'; readonly why: string }
  /** It may be alive or not, and why nobody knows. */
  | { readonly kind: 'unknown'; readonly why: string; readonly isBusy?: boolean }
