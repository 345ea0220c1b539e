/**
 * The rule by which a page fades into the next one of the site, where the browser can. It is in the page itself, since a browser looks for it
 * before it has any style sheet; the script in its head catches what the browser says of a transition that was cut short.
 */
export const PAGE_TRANSITION =
  '@media (prefers-reduced-motion:no-preference){@view-transition{navigation:auto}::view-transition-group(*),::view-transition-old(*),::view-transition-new(*){animation-duration:.15s}}'
